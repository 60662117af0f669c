"use strict";
// A place on the page that lies in something closed opens it; the keyboard goes there too.
function open() {
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (!place) return;
  for (const details of place.querySelectorAll("details")) details.open = true;
  place.closest("details")?.setAttribute("open", "");
  place.scrollIntoView({ block: "center" });
  place.focus({ preventScroll: true });
}
window.addEventListener("hashchange", open);
open();
// What is new stands at the right end of a chart that is wider than its box.
for (const box of document.querySelectorAll(".chart .scroll")) box.scrollLeft = box.scrollWidth;
