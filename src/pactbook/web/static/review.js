"use strict";
// Every key stands for something on the page that can be clicked too, and says so there.
const KEPT = "pactbook-keys";
const dialog = () => document.querySelector(".help");
const on = () => localStorage.getItem(KEPT) !== "off";

function ready() {
  const box = document.querySelector("[data-keys-on]");
  if (box) box.checked = on();
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-help]")) dialog().showModal();
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-keys-on]")) localStorage.setItem(KEPT, event.target.checked ? "on" : "off");
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (typing && event.key === "Escape") typing.blur();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || dialog()?.open || !on()) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.matches("input")) found.focus();
  else found.click();
  // What opens for typing is typed into.
  if (found.matches("summary")) found.parentElement.querySelector("select, input")?.focus();
});
document.addEventListener("htmx:after:swap", ready);
document.addEventListener("htmx:afterSwap", ready);
ready();
