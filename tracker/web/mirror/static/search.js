// Finds the titles that hold every word of the address's q=, and lists the first of them.
"use strict";
addEventListener("DOMContentLoaded", () => {
  const MOST = 100;
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const typed = new URLSearchParams(location.search).get("q") || "";
  const words = plain(typed).split(/\s+/).filter(Boolean);
  for (const field of document.querySelectorAll("input[name=q]")) field.value = typed;
  const list = document.getElementById("found");
  if (!words.length) return;
  const found = window.TITLES.filter(([title]) => words.every((word) => plain(title).includes(word)));
  for (const [title, file] of found.slice(0, MOST)) {
    const link = document.createElement("a");
    link.textContent = title;
    link.href = file;
    const row = document.createElement("li");
    row.className = "row";
    row.append(link);
    list.append(row);
  }
});
