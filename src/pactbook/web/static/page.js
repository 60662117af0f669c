"use strict";
// What pages do better with a script; all of them work without it.

// Light and dark without loading the page anew.
for (const form of document.querySelectorAll("[data-theme-switch]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const theme = event.submitter.value;
    document.documentElement.dataset.theme = theme;
    document.cookie = `pactbook_theme=${theme}; path=/; max-age=31536000; samesite=strict`;
  });
}

// "/" goes to the search box, as in most programs that search.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.querySelector("input[type=search]");
  if (box) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// A choice in a form of filters asks at once.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-at-once]");
  if (form) form.requestSubmit();
});

// A list that opens over the page closes by Escape, and by a click beside it.
document.addEventListener("click", (event) => {
  for (const list of document.querySelectorAll(".take[open]")) {
    if (!list.contains(event.target)) list.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const list of document.querySelectorAll(".take[open]")) {
    list.open = false;
    list.querySelector("summary").focus();
  }
});
