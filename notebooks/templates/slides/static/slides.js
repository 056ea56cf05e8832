// Starts reveal.js and makes what a slide holds fit: smaller while that can be read, and by scrolling beyond.
(function () {
  "use strict";
  const isPrint = /print-pdf/i.test(location.search);
  const isNarrow = innerWidth < 700;
  const width = isNarrow ? 480 : 1280;
  const height = isNarrow ? Math.round(480 * innerHeight / innerWidth) - 40 : 720;
  const sizes = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65];
  const larger = [1.5, 1.4, 1.3, 1.2, 1.1]; // for a slide that is one chart or picture
  const canGrow = (sheet) => !isNarrow && !sheet.querySelector(".step:not(.fragment) .prose, .step.visible .prose, table") && !sheet.querySelector("details[open]");

  function fit(slide) {
    const sheet = slide.querySelector(":scope > .sheet");
    if (!sheet) return;
    slide.classList.remove("tall");
    slide.removeAttribute("tabindex");
    const fits = (size) => {
      sheet.style.zoom = size;
      return sheet.getBoundingClientRect().height / Reveal.getScale() <= height - 30 && !isWide(sheet); // the bar is below
    };
    const tried = isNarrow ? [1, 0.85] : isPrint ? [...sizes, 0.6, 0.5, 0.4] : canGrow(sheet) ? [...larger, ...sizes] : sizes;
    if (tried.some(fits)) return;
    if (sheet.getBoundingClientRect().height / Reveal.getScale() > height) {
      slide.classList.add("tall");
      slide.tabIndex = 0;
    }
  }

  const isWide = (sheet) => [...sheet.querySelectorAll(".table-box, .katex-display")].some((box) => box.scrollWidth > box.clientWidth + 8);

  function shown(slide) {
    if (!slide) return;
    dispatchEvent(new CustomEvent("slideshown", { detail: slide }));
    fit(slide);
    dispatchEvent(new CustomEvent("slideshown", { detail: slide }));
    dispatchEvent(new Event("resize"));
  }

  Reveal.initialize({
    width, height, margin: isNarrow ? 0.03 : 0.05, center: false, hash: true, slideNumber: "c/t", transition: "none",
    backgroundTransition: "none", scrollActivationWidth: null, pdfMaxPagesPerSlide: 1, pdfSeparateFragments: false,
    plugins: [RevealNotes],
    keyboardCondition: (event) => !event.target.closest?.(".tall, .table-box, pre") || !["ArrowUp", "ArrowDown"].includes(event.key),
    keyboard: { 67: () => document.querySelector(".show-all").click() },
  }).then(() => {
    document.querySelectorAll(".slides section").forEach((slide) => {
      const words = slide.querySelector("h1, h2, h3");
      if (slide.matches("[aria-label]") && words) slide.setAttribute("aria-label", words.textContent.trim());
    });
    // In a long table, name and formula stand on one line.
    document.querySelectorAll("table.identities").forEach((table) => table.classList.toggle("one-line", !isNarrow && table.rows.length > 6));
    document.fonts.ready.then(() => shown(Reveal.getCurrentSlide()));
  });
  Reveal.on("slidechanged", (event) => shown(event.currentSlide));
  Reveal.on("fragmentshown", (event) => {
    shown(Reveal.getCurrentSlide());
    event.fragment.scrollIntoView({ block: "nearest" });
  });
  Reveal.on("fragmenthidden", () => shown(Reveal.getCurrentSlide()));
  Reveal.on("pdf-ready", () => document.querySelectorAll(".slides section").forEach(shown));
  document.querySelectorAll("details.source").forEach((item) => item.addEventListener("toggle", () => isPrint || fit(Reveal.getCurrentSlide())));
})();
