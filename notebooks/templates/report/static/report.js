// Sets the maths, lets wide content scroll in its own box, and aligns numbers in plain tables.
(function () {
  "use strict";

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
    document.querySelectorAll("main[data-math=raw] .prose, .html-output, .latex-output, .markdown-output").forEach((element) =>
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
    table.querySelectorAll("thead th.number").forEach((head) => {
      table.querySelectorAll(`tbody td:nth-child(${head.cellIndex + 1})`).forEach((cell) => {
        if (/^[\u2013\u2014-]?$/.test(cell.textContent.trim())) cell.classList.add("number");
      });
    });
    table.querySelectorAll("td").forEach((cell) => {
      if (cell.textContent.length > 60 && !cell.querySelector(".katex")) cell.classList.add("long");
    });
    if (table.caption) {
      const words = document.createElement("span");
      words.append(...table.caption.childNodes);
      table.caption.append(words);
    }
    const box = document.createElement("div");
    box.className = "table-box";
    table.replaceWith(box);
    box.append(table);
  });

  // A box that scrolls can be reached by keyboard.
  function reachable() {
    document.querySelectorAll(".table-box, .plot-box, .katex-display").forEach((box) => {
      if (box.scrollWidth > box.clientWidth + 8) {
        box.tabIndex = 0;
        box.classList.add("scrolls");
        box.onscroll = () => box.classList.toggle("at-end", box.scrollLeft + box.clientWidth > box.scrollWidth - 4);
      } else {
        box.removeAttribute("tabindex");
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

  const details = document.querySelectorAll("details.source");
  const button = document.querySelector(".show-all");
  if (button && details.length) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const open = [...details].some((item) => !item.open);
      details.forEach((item) => (item.open = open));
      button.textContent = open ? "Hide long code" : "Show all code";
    });
  }
  const contents = document.querySelector(".contents details");
  if (contents && matchMedia("(max-width: 70rem)").matches) contents.open = false;
  addEventListener("beforeprint", () => details.forEach((item) => (item.open = true)));
})();
