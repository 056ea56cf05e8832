// Draws plotly figures: waits in window.figureQueue as [element id, figure], takes the ink of the page around it, and follows the
// page when it changes between light and dark.
(function () {
  "use strict";
  const drawn = new Map();

  function backgroundOf(element) {
    for (let node = element; node; node = node.parentElement) {
      const match = getComputedStyle(node).backgroundColor.match(/[\d.]+/g);
      if (match && (match.length < 4 || Number(match[3]) > 0.5)) return match.slice(0, 3).map(Number);
    }
    return [255, 255, 255];
  }

  function isDark(element) {
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
    look.modebar = { bgcolor: "rgba(0,0,0,0)", color: ink.zero, activecolor: ink.text };
    return layout;
  }

  function draw(id, figure) {
    const element = document.getElementById(id);
    if (!element) return;
    for (const waiting of element.querySelectorAll(".figure-waiting")) waiting.remove();
    drawn.set(id, figure);
    const config = Object.assign({}, figure.config, { displayModeBar: matchMedia("(hover: hover)").matches ? "hover" : false });
    window.Plotly.react(element, figure.data, themed(figure, element), config);
  }

  function redraw() {
    for (const [id, figure] of drawn) draw(id, figure);
  }

  const queue = window.figureQueue || [];
  window.figureQueue = { push: (...entries) => entries.forEach(([id, figure]) => draw(id, figure)) };
  queue.forEach(([id, figure]) => draw(id, figure));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => requestAnimationFrame(redraw));
})();
