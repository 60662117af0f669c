"use strict";
// Files by drag and drop, folders with their folders, and how much of them is sent. Without this the form still works.
const form = document.querySelector("[data-drop]");
const part = (name) => form.querySelector(`[data-${name}]`);
const most = { bytes: Number(form.dataset.mostBytes), files: Number(form.dataset.mostFiles) };
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);
let chosen = [];

part("send").disabled = true;

function choose(files) {
  chosen = chosen.concat(files.filter(({ name }) => !name.split("/").some((p) => p.startsWith("."))));
  const bytes = chosen.reduce((sum, { file }) => sum + file.size, 0);
  const names = chosen.slice(0, 3).map(({ name }) => name).join(", ");
  part("chosen").textContent = chosen.length
    ? `${chosen.length.toLocaleString("en")} file${chosen.length === 1 ? "" : "s"}, ${size(bytes)}: ${names}${chosen.length > 3 ? ", …" : ""}`
    : "There is no file in it.";
  const tooMuch = bytes > most.bytes * 0.99 || chosen.length > most.files;
  part("wrong").textContent = tooMuch
    ? `That is more than ${most.files.toLocaleString("en")} files or ${size(most.bytes)} at once. Add them in parts, or with "pactbook add FOLDER".`
    : "";
  part("send").disabled = tooMuch || !chosen.length;
  part("clear").hidden = !chosen.length;
  if (!part("send").disabled) part("send").focus();
}

// A folder tells its files in handfuls.
async function walk(entry, path = "") {
  if (entry.isFile) {
    return [{ file: await new Promise((done, fail) => entry.file(done, fail)), name: path + entry.name }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return found;
    for (const one of some) found.push(...(await walk(one, `${path}${entry.name}/`)));
  }
}

for (const name of ["dragenter", "dragover"]) {
  form.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
// A file that misses the place must not take the page away.
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());

form.addEventListener("drop", async (event) => {
  event.preventDefault();
  // What was dropped is gone after the first wait: take all of it now.
  const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
  const taken = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  try {
    const found = await Promise.all(
      taken.map(({ entry, file }) => (entry ? walk(entry) : [{ file, name: file.name }])),
    );
    choose(found.flat());
  } catch (error) {
    part("wrong").textContent = `Your browser cannot read what was dropped (${error.name}). Choose it with the buttons.`;
  }
});

for (const field of form.querySelectorAll(".pick")) {
  field.addEventListener("change", () => {
    choose([...field.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
    field.value = "";
  });
}

part("clear").addEventListener("click", () => {
  chosen = [];
  choose([]);
  part("chosen").textContent = "";
  form.querySelector(".pick").focus();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!chosen.length) return;
  const data = new FormData();
  data.append("form_token", form.elements.form_token.value);
  for (const { file, name } of chosen) data.append("files", file, name);
  const request = new XMLHttpRequest();
  part("send").disabled = true;
  part("sent").hidden = false;
  request.upload.addEventListener("progress", ({ loaded, total }) => (part("sent").value = loaded / total));
  request.addEventListener("load", () => {
    if (request.status === 200) return location.assign(request.responseURL);
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    failed(page.querySelector(".said")?.textContent || request.responseText);
  });
  request.addEventListener("error", () => failed("The server could not be reached, or refused so much at once."));
  request.open("POST", form.getAttribute("action"));
  request.send(data);
});

function failed(words) {
  part("wrong").textContent = words;
  part("sent").hidden = true;
  part("send").disabled = false;
}
