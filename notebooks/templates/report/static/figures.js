// Draws plotly figures: waits in window.figureQueue as [element id, figure], takes the ink of the page around it, and follows the
// page when it changes between light and dark.
(function () {
  "use strict";
  const drawn = new Map();
  const printing = matchMedia("print");

  function backgroundOf(element) {
    for (let node = element; node; node = node.parentElement) {
      const match = getComputedStyle(node).backgroundColor.match(/[\d.]+/g);
      if (match && (match.length < 4 || Number(match[3]) > 0.5)) return match.slice(0, 3).map(Number);
    }
    return [255, 255, 255];
  }

  function isDark(element) {
    if (printing.matches) return false;
    const [red, green, blue] = backgroundOf(element);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
  }

  function inks(element) {
    return isDark(element)
      ? { text: "#c9ced6", grid: "rgba(201,206,214,0.14)", zero: "rgba(201,206,214,0.38)", label: "#23272e" }
      : { text: "#3d434c", grid: "rgba(61,67,76,0.12)", zero: "rgba(61,67,76,0.36)", label: "#ffffff" };
  }

  function themed(figure, element) {
    const ink = inks(element);
    const layout = structuredClone(figure.layout || {});
    const template = layout.template || (layout.template = {});
    const look = template.layout || (template.layout = {});
    look.font = Object.assign({}, look.font, { color: ink.text });
    for (const name of ["xaxis", "yaxis"])
      look[name] = Object.assign({}, look[name], { gridcolor: ink.grid, zerolinecolor: ink.zero, linecolor: ink.zero });
    look.hoverlabel = { bgcolor: ink.label, bordercolor: ink.zero, font: { color: ink.text } };
    look.annotationdefaults = Object.assign({ arrowhead: 2, arrowsize: 1, arrowwidth: 1.2 }, look.annotationdefaults, { arrowcolor: ink.text });
    const bar = ((template.data || (template.data = {})).bar || (template.data.bar = [{}]))[0];
    bar.error_y = bar.error_x = { color: ink.text, thickness: 1.4 };
    look.modebar = { bgcolor: "rgba(0,0,0,0)", color: ink.zero, activecolor: ink.text };
    return layout;
  }

  // A title set as text wraps on a narrow page, where plotly's own would run into the legend or off the paper.
  function lift(layout, element) {
    const title = layout.title && layout.title.text;
    if (!title) return;
    if (!element.previousElementSibling || !element.previousElementSibling.classList.contains("figure-title")) {
      const line = document.createElement("p");
      line.className = "figure-title";
      line.style.cssText = "font-family: 'Inter Variable', Inter, Arial, sans-serif; font-weight: 600; margin: 0.4em 0 0.2em";
      line.innerHTML = title;
      element.before(line);
    }
    delete layout.title;
    if (layout.margin) layout.margin.t = Math.max(8, layout.margin.t - 36);
    if (layout.height) layout.height -= 36;
  }

  function draw(id, figure) {
    const element = document.getElementById(id);
    if (!element) return;
    for (const waiting of element.querySelectorAll(".figure-waiting")) waiting.remove();
    drawn.set(id, figure);
    const config = Object.assign({}, figure.config, { displayModeBar: matchMedia("(hover: hover)").matches ? "hover" : false });
    const layout = themed(figure, element);
    lift(layout, element);
    if (layout.meta && layout.meta.maxwidth) element.style.maxWidth = layout.meta.maxwidth + "px";
    if (layout.height) element.style.minHeight = layout.height + "px";
    window.Plotly.react(element, figure.data, layout, config);
  }

  function redraw() {
    for (const [id, figure] of drawn) draw(id, figure);
  }

  const queue = window.figureQueue || [];
  window.figureQueue = { push: (...entries) => entries.forEach(([id, figure]) => draw(id, figure)) };
  queue.forEach(([id, figure]) => draw(id, figure));
  printing.addEventListener("change", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => requestAnimationFrame(redraw));
  addEventListener("lookchange", () => requestAnimationFrame(redraw));
  // Slides have no size until they are shown.
  addEventListener("slideshown", (event) => {
    for (const [id, figure] of drawn) if (event.detail.contains(document.getElementById(id))) draw(id, figure);
  });
})();
