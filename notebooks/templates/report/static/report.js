// Sets the maths, lets wide content scroll in its own box, aligns numbers in plain tables, and works the switches of the page.
(function () {
  "use strict";

  // What a reader chose is remembered where the browser allows it.
  const store = {
    get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { localStorage.setItem(name, value); } catch { /* the choice lasts as long as the page */ } },
  };

  function setMath(element) {
    const display = element.classList.contains("display");
    katex.render(element.textContent, element, { displayMode: display, throwOnError: false, strict: "ignore" });
  }

  const delimiters = [
    { left: "$$", right: "$$", display: true },
    { left: "\\[", right: "\\]", display: true },
    { left: "\\(", right: "\\)", display: false },
    { left: "$", right: "$", display: false },
    ...["equation", "equation*", "align", "align*", "gather", "gather*"].map((name) => (
      { left: `\\begin{${name}}`, right: `\\end{${name}}`, display: true })),
  ];

  if (window.katex) {
    document.querySelectorAll(".formula").forEach(setMath);
    document.querySelectorAll("main[data-math=raw] .prose, .html-output, .latex-output, .markdown-output, .glance td").forEach((element) =>
      renderMathInElement(element, { delimiters, throwOnError: false, strict: "ignore", ignoredClasses: ["formula", "katex", "plot"] }));
  }

  const numeric = /^[\s+\u2212-]?[\d\u202f\u2009, ]*\.?\d+\s?(%|±.*|[eE×].*|s|ms|nats)?$/;
  document.querySelectorAll("main table").forEach((table) => {
    if (!table.querySelector(".number")) {
      table.querySelectorAll("td").forEach((cell) => {
        if (numeric.test(cell.textContent.trim())) cell.classList.add("number");
      });
      table.querySelectorAll("thead th").forEach((head) => {
        if (table.querySelector(`tbody td.number:nth-child(${head.cellIndex + 1})`)) head.classList.add("number");
      });
    }
    table.querySelectorAll("thead th").forEach((head) => (head.scope ||= "col"));
    table.querySelectorAll("thead th.number").forEach((head) => {
      table.querySelectorAll(`tbody td:nth-child(${head.cellIndex + 1})`).forEach((cell) => {
        if (/^[\u2013\u2014-]?$/.test(cell.textContent.trim())) cell.classList.add("number");
      });
    });
    table.querySelectorAll("td").forEach((cell) => {
      if (cell.textContent.length > 60 && !cell.querySelector(".katex")) cell.classList.add("long");
    });
    const words = table.caption ? table.caption.textContent : "Table";
    if (table.caption) {
      const line = document.createElement("span");
      line.append(...table.caption.childNodes);
      table.caption.append(line);
    }
    const box = document.createElement("div");
    box.className = "table-box";
    box.dataset.words = words;
    table.replaceWith(box);
    box.append(table);
  });

  // A box that scrolls can be reached by keyboard, and has a name for those who only hear it.
  function reachable() {
    document.querySelectorAll(".table-box, .plot-box, .katex-display, .source pre, .prose pre").forEach((box) => {
      if (box.scrollWidth > box.clientWidth + 8) {
        box.tabIndex = 0;
        if (!box.matches(".katex-display")) {
          box.setAttribute("role", "group");
          box.setAttribute("aria-label", `${box.dataset.words || (box.matches("pre") ? "Code" : "Chart")} (scrolls sideways)`);
        }
        box.classList.add("scrolls");
        box.onscroll = () => box.classList.toggle("at-end", box.scrollLeft + box.clientWidth > box.scrollWidth - 4);
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
        box.classList.remove("scrolls");
      }
    });
  }
  reachable();
  addEventListener("resize", reachable);
  if (document.fonts) document.fonts.ready.then(reachable);

  // The table of contents marks where the reader is.
  const links = new Map();
  document.querySelectorAll(".contents a[href^='#']").forEach((link) => links.set(decodeURIComponent(link.hash.slice(1)), link));
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  if (headings.length) {
    const mark = () => {
      const line = innerHeight * 0.25;
      let current = headings[0];
      for (const heading of headings) if (heading.getBoundingClientRect().top <= line) current = heading;
      links.forEach((link, id) => (id === current.id ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
    };
    addEventListener("scroll", mark, { passive: true });
    mark();
  }
  const contents = document.querySelector(".contents details");
  if (contents && matchMedia("(max-width: 70rem)").matches) contents.open = false;

  // Code: all at once by the switch, which holds for every page; one cell by its own, which holds for that cell.
  const details = [...document.querySelectorAll("details.source")];
  const button = document.querySelector(".show-all");
  const place = `code ${location.pathname.split("/").pop()}`;
  const isSlides = document.documentElement.classList.contains("deck");
  const cells = () => JSON.parse(store.get(place) || "{}");
  let all = store.get("code") === "shown" && !isSlides;
  const caption = () => {
    if (!button) return;
    button.textContent = all ? "Hide code" : "Show all code";
    button.setAttribute("aria-pressed", String(all));
  };
  let isOurs = false;
  function open(item, isOpen) {
    isOurs = true;
    item.open = isOpen;
    setTimeout(() => (isOurs = false));
  }
  const chosen = cells();
  details.forEach((item) => {
    if (all || chosen[item.dataset.cell]) open(item, true);
    item.addEventListener("toggle", () => {
      reachable();
      if (isOurs || isSlides) return;
      store.set(place, JSON.stringify({ ...cells(), [item.dataset.cell]: item.open }));
    });
  });
  function switchCode() {
    all = !all;
    details.forEach((item) => open(item, all));
    store.set(place, "{}");
    if (!isSlides) store.set("code", all ? "shown" : "hidden");
    caption();
  }
  if (button && details.length) {
    button.hidden = false;
    button.addEventListener("click", switchCode);
    caption();
  }
  addEventListener("beforeprint", () => details.forEach((item) => isSlides || open(item, true)));

  // Code can be copied.
  document.querySelectorAll(".source pre, .prose pre").forEach((block) => {
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "copy";
    copy.textContent = "Copy";
    copy.setAttribute("aria-label", "Copy this code");
    copy.addEventListener("click", async () => {
      const text = block.textContent.replace(/\n$/, "");
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        const area = document.createElement("textarea");
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
        copy.focus();
      }
      copy.textContent = "Copied";
      setTimeout(() => (copy.textContent = "Copy"), 1500);
    });
    const box = document.createElement("div");
    box.className = "copyable";
    block.replaceWith(box);
    box.append(block, copy);
  });

  // Light or dark: the system's choice until the reader makes one.
  const look = document.querySelector("button.look");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  if (look) {
    const current = () => document.documentElement.dataset.look || (dark.matches ? "dark" : "light");
    const name = () => {
      look.textContent = current() === "dark" ? "Light" : "Dark";
      look.setAttribute("aria-label", `Change to ${current() === "dark" ? "light" : "dark"} colours`);
    };
    look.hidden = false;
    name();
    dark.addEventListener("change", name);
    look.addEventListener("click", () => {
      document.documentElement.dataset.look = current() === "dark" ? "light" : "dark";
      store.set("look", document.documentElement.dataset.look);
      name();
      dispatchEvent(new Event("lookchange"));
    });
  }
})();
