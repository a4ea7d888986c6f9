// Keys, and forms and links of filters that load only the page's content. Every page is complete without this.
"use strict";
(() => {
  const LEAD = { n: "news", i: "initiatives", s: "search" };
  let lead = false;
  const typing = (e) => e.target.closest("input, select, textarea, dialog") || e.ctrlKey || e.metaKey || e.altKey;
  const go = (name) => {
    const link = document.querySelector(`nav a[data-key="${name}"]`);
    if (link) link.click();
    else document.querySelector(".find").requestSubmit();
  };
  const move = (step) => {
    const rows = [...document.querySelectorAll("[data-row]")];
    if (!rows.length) return;
    const at = rows.findIndex((row) => row.classList.contains("here"));
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    rows.forEach((row) => row.classList.toggle("here", row === next));
    next.scrollIntoView({ block: "nearest" });
    (next.querySelector("h2 a, h3 a, h4 a, th a, strong a") || next).focus();
  };
  const keys = {
    "/": () => document.querySelector(".find input").focus(),
    "?": () => document.getElementById("keys").showModal(),
    j: () => move(1),
    k: () => move(-1),
    o: () => { const link = document.querySelector(".here a[href*='/announcements/'], .here th a, .here h2 a"); if (link) link.click(); },
    g: () => { lead = true; setTimeout(() => { lead = false; }, 1500); },
  };
  document.addEventListener("keydown", (e) => {
    if (typing(e)) return;
    const act = lead && LEAD[e.key] ? () => go(LEAD[e.key]) : keys[e.key];
    if (e.key !== "g") lead = false;
    if (act) { e.preventDefault(); act(); }
  });

  const here = () => location.pathname + location.search;
  let shown = here();
  const show = async (address, keep) => {
    try {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const main = page.querySelector("main");
      if (!main) throw new Error("no content");
      document.querySelector("main").replaceWith(main);
      document.querySelector("body > footer").replaceWith(page.querySelector("body > footer"));
      document.title = page.title;
      if (keep) history.pushState(null, "", address);
      shown = here();
    } catch { location.assign(address); }
  };
  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (form.method !== "get" || !form.closest("main")) return;
    e.preventDefault();
    const filled = [...new FormData(form)].filter(([, value]) => value !== "");
    show(new URL(form.action).pathname + "?" + new URLSearchParams(filled), true);
  });
  document.addEventListener("click", (e) => {
    const link = e.target.closest(".windows a, a.chip, a[rel=next]:not([href*='/announcements/'])");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey || link.pathname !== location.pathname || link.hash) return;
    e.preventDefault();
    show(link.href, true);
    document.querySelector("main").focus();
  });
  // A jump within the page is one of the history, too.
  addEventListener("popstate", () => { if (shown !== here()) show(location.href, false); });
})();
