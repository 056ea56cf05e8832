(id, model) => {
  const root = document.getElementById(id);
  if (!root || root.dataset.ready) return;
  root.dataset.ready = "yes";
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const layers = model.layers.map((layer) => ({
    ...layer,
    weights: new Int8Array(bytes(layer.weights).buffer),
    scales: new Float32Array(bytes(layer.scales).buffer),
    biases: new Float32Array(bytes(layer.biases).buffer),
  }));
  const activations = { none: (a) => a, tanh: Math.tanh, relu: (a) => Math.max(0, a), softplus: (a) => Math.max(0, a) + Math.log1p(Math.exp(-Math.abs(a))) };
  const apply = (layer, x) => {
    const y = new Float32Array(layer.out), then = activations[layer.then];
    for (let o = 0, at = 0; o < layer.out; o++) {
      let sum = 0;
      for (let i = 0; i < layer.in; i++) sum += layer.weights[at++] * x[i];
      y[o] = then(layer.biases[o] + layer.scales[o] * sum);
    }
    return y;
  };

  const canvas = root.querySelector("canvas"), sliders = [...root.querySelectorAll("input[type=range]")], outputs = [...root.querySelectorAll("output")];
  canvas.width = model.width;
  canvas.height = model.height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const draw = () => {
    const z = sliders.map((slider) => Number(slider.value));
    outputs.forEach((output, i) => (output.textContent = z[i].toFixed(2)));
    const logits = layers.reduce((x, layer) => apply(layer, x), z);
    const picture = context.createImageData(model.width, model.height);
    logits.forEach((logit, p) => {
      const grey = Math.round(255 / (1 + Math.exp(-logit)));
      picture.data.set([grey, grey, grey, 255], 4 * p);
    });
    context.putImageData(picture, 0, 0);
  };
  const set = (code) => {
    sliders.forEach((slider, i) => (slider.value = code(i)));
    draw();
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

  sliders.forEach((slider) => slider.addEventListener("input", draw));
  root.querySelectorAll("[data-start]").forEach((button) => button.addEventListener("click", () => set((i) => model.starts[button.dataset.start][i])));
  root.querySelector("[data-random]").addEventListener("click", () => set(normal));
  root.querySelector("[data-zero]").addEventListener("click", () => set(() => 0));
  draw();
}
