// Long short-term memory with all gates of a step in one pass, and derivatives of the weights in one product over all steps, where ATen
// makes some forty small operations a step and adds a product for each.
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/lstm.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros_like.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include "simd.h"

using at::Tensor;
using at::TensorList;
using namespace torch::autograd;

namespace {

// i, f, o = σ, g = tanh of the gates, in place, in the order i f g o;  c′ = f c + i g;  h = o tanh c′. `hidden` numbers of one sequence.
FOR_EACH_PROCESSOR void forward_gates(float* gates, const float* c, float* next_c, float* tanh_c, float* h, int64_t hidden) {
  float *i = gates, *f = gates + hidden, *g = gates + 2 * hidden, *o = gates + 3 * hidden;
#pragma omp simd
  for (int64_t k = 0; k < hidden; k++) {
    i[k] = 1 / (1 + expf(-i[k]));
    f[k] = 1 / (1 + expf(-f[k]));
    g[k] = tanhf(g[k]);
    o[k] = 1 / (1 + expf(-o[k]));
    next_c[k] = f[k] * c[k] + i[k] * g[k];
    tanh_c[k] = tanhf(next_c[k]);
    h[k] = o[k] * tanh_c[k];
  }
}

// From the derivatives of h and c′ (`dc`, which becomes that of c) those of the gates before σ and tanh.
FOR_EACH_PROCESSOR void backward_gates(const float* gates, const float* c, const float* tanh_c, const float* dy, const float* dh, float* dc, float* out,
                                       int64_t hidden) {
  const float *i = gates, *f = gates + hidden, *g = gates + 2 * hidden, *o = gates + 3 * hidden;
#pragma omp simd
  for (int64_t k = 0; k < hidden; k++) {
    float of_h = dy[k] + dh[k];
    float of_c = dc[k] + of_h * o[k] * (1 - tanh_c[k] * tanh_c[k]);
    out[k] = of_c * g[k] * i[k] * (1 - i[k]);
    out[hidden + k] = of_c * c[k] * f[k] * (1 - f[k]);
    out[2 * hidden + k] = of_c * i[k] * (1 - g[k] * g[k]);
    out[3 * hidden + k] = of_h * tanh_c[k] * o[k] * (1 - o[k]);
    dc[k] = of_c * f[k];
  }
}

// One layer: x [T, N, in], h0 and c0 [N, H], the weights [4H, in] and [4H, H] and perhaps both biases [4H].
struct Layer : Function<Layer> {
  static variable_list forward(AutogradContext* context, const Tensor& x, const Tensor& h0, const Tensor& c0, const Tensor& w_in, const Tensor& w_hidden,
                               const Tensor& b_in, const Tensor& b_hidden) {
    auto steps = x.size(0), batch = x.size(1), hidden = h0.size(1);
    auto flat = x.view({steps * batch, -1});
    auto gates = b_in.defined() ? at::addmm(b_in + b_hidden, flat, w_in.t()) : at::mm(flat, w_in.t());
    gates = gates.view({steps, batch, 4 * hidden});
    auto y = at::empty({steps, batch, hidden}, x.options()), c = at::empty_like(y), tanh_c = at::empty_like(y);
    auto transposed = w_hidden.t();
    for (int64_t t = 0; t < steps; t++) {
      auto now = gates.select(0, t);
      now.addmm_(t ? y.select(0, t - 1) : h0, transposed);
      auto before = t ? c.select(0, t - 1) : c0;
      auto step = [&](Tensor& all) { return all.data_ptr<float>() + t * batch * hidden; };
      auto at_gates = now.data_ptr<float>();
      auto at_before = before.data_ptr<float>();
      auto at_c = step(c), at_tanh = step(tanh_c), at_y = step(y);
      at::parallel_for(0, batch, std::max<int64_t>(1, 2048 / hidden), [&](int64_t from, int64_t to) {
        for (auto n = from; n < to; n++)
          forward_gates(at_gates + n * 4 * hidden, at_before + n * hidden, at_c + n * hidden, at_tanh + n * hidden, at_y + n * hidden, hidden);
      });
    }
    context->save_for_backward({x, h0, c0, w_in, w_hidden, b_in, b_hidden});
    context->saved_data["gates"] = gates;
    context->saved_data["c"] = c;
    context->saved_data["tanh_c"] = tanh_c;
    context->saved_data["y"] = y.detach();
    return {y, y.select(0, steps - 1).clone(), c.select(0, steps - 1).clone()};
  }

  static variable_list backward(AutogradContext* context, variable_list grads) {
    auto saved = context->get_saved_variables();
    if (c10::GradMode::is_enabled()) return differentiable(context, saved, grads);
    auto &x = saved[0], &h0 = saved[1], &c0 = saved[2], &w_in = saved[3], &w_hidden = saved[4];
    auto gates = context->saved_data["gates"].toTensor(), c = context->saved_data["c"].toTensor();
    auto tanh_c = context->saved_data["tanh_c"].toTensor(), y = context->saved_data["y"].toTensor();
    auto steps = x.size(0), batch = x.size(1), hidden = h0.size(1);
    auto dy = grads[0].defined() ? grads[0].contiguous() : at::zeros_like(y);
    auto dh = grads[1].defined() ? grads[1].clone().contiguous() : at::zeros_like(h0);
    auto dc = grads[2].defined() ? grads[2].clone().contiguous() : at::zeros_like(c0);
    auto d = at::empty_like(gates);
    for (auto t = steps - 1; t >= 0; t--) {
      auto before = t ? c.select(0, t - 1) : c0;
      auto now = d.select(0, t);
      auto step = [&](Tensor& all, int64_t width) { return all.data_ptr<float>() + t * batch * width; };
      auto at_gates = step(gates, 4 * hidden), at_tanh = step(tanh_c, hidden), at_dy = step(dy, hidden), at_out = step(d, 4 * hidden);
      auto at_before = before.data_ptr<float>(), at_dh = dh.data_ptr<float>(), at_dc = dc.data_ptr<float>();
      at::parallel_for(0, batch, std::max<int64_t>(1, 2048 / hidden), [&](int64_t from, int64_t to) {
        for (auto n = from; n < to; n++)
          backward_gates(at_gates + n * 4 * hidden, at_before + n * hidden, at_tanh + n * hidden, at_dy + n * hidden, at_dh + n * hidden,
                         at_dc + n * hidden, at_out + n * 4 * hidden, hidden);
      });
      if (t || context->needs_input_grad(1)) at::mm_out(dh, now, w_hidden);
    }
    auto flat = d.view({steps * batch, 4 * hidden}), turned = flat.t();
    Tensor of_x, of_in, of_hidden, of_bias;
    if (context->needs_input_grad(0)) of_x = at::mm(flat, w_in).view(x.sizes());
    if (context->needs_input_grad(3)) of_in = at::mm(turned, x.view({steps * batch, -1}));
    if (context->needs_input_grad(4)) {
      of_hidden = at::mm(d.select(0, 0).t(), h0);
      if (steps > 1)
        of_hidden.addmm_(d.narrow(0, 1, steps - 1).view({-1, 4 * hidden}).t(), y.narrow(0, 0, steps - 1).view({-1, hidden}));
    }
    if (saved[5].defined()) of_bias = flat.sum(0);
    return {of_x, dh, dc, of_in, of_hidden, of_bias, of_bias.defined() ? of_bias.clone() : of_bias};
  }

  // For derivatives of derivatives: the same by ATen's operators, recorded.
  static variable_list differentiable(AutogradContext* context, const variable_list& saved, const variable_list& grads) {
    std::vector<Tensor> weights{saved[3], saved[4]};
    if (saved[5].defined()) weights.insert(weights.end(), {saved[5], saved[6]});
    auto [y, h, c] = at::lstm(saved[0], {saved[1].unsqueeze(0), saved[2].unsqueeze(0)}, weights, saved[5].defined(), 1, 0, false, false, false);
    variable_list outputs, given, inputs, results(saved.size());
    for (auto& [output, grad] : {std::tie(y, grads[0]), std::tie(h, grads[1]), std::tie(c, grads[2])}) {
      if (!grad.defined()) continue;
      outputs.push_back(output);
      given.push_back(grad.view(output.sizes()));
    }
    for (size_t i = 0; i < saved.size(); i++)
      if (context->needs_input_grad(i)) inputs.push_back(saved[i]);
    auto found = torch::autograd::grad(outputs, inputs, given, true, true, true);
    for (size_t i = 0, k = 0; i < saved.size(); i++)
      if (context->needs_input_grad(i)) results[i] = found[k++];
    return results;
  }
};

bool plain(const Tensor& t) { return t.is_cpu() && t.layout() == c10::kStrided && t.scalar_type() == at::kFloat; }

std::tuple<Tensor, Tensor, Tensor> lstm(const Tensor& input, TensorList hx, TensorList params, bool has_biases, int64_t num_layers, double dropout,
                                        bool train, bool bidirectional, bool batch_first) {
  size_t each = has_biases ? 4 : 2;
  bool fits = !bidirectional && !batch_first && (dropout == 0 || !train || num_layers == 1) && input.dim() == 3 && input.numel() > 0 && hx.size() == 2 &&
              hx[0].dim() == 3 && hx[0].sizes() == hx[1].sizes() && hx[0].size(0) == num_layers && hx[0].size(1) == input.size(1) && hx[0].size(2) > 0 &&
              params.size() == each * num_layers && plain(input) && plain(hx[0]) && plain(hx[1]) &&
              std::all_of(params.begin(), params.end(), [](const Tensor& p) { return plain(p) && p.is_contiguous(); });
  for (int64_t layer = 0; fits && layer < num_layers; layer++) {
    auto width = layer ? hx[0].size(2) : input.size(2), gates = 4 * hx[0].size(2);
    fits = params[each * layer].sizes() == at::IntArrayRef({gates, width}) && params[each * layer + 1].sizes() == at::IntArrayRef({gates, gates / 4});
  }
  if (!fits) return at::lstm(input, hx, params, has_biases, num_layers, dropout, train, bidirectional, batch_first);
  auto current = input.contiguous();
  std::vector<Tensor> h, c;
  for (int64_t layer = 0; layer < num_layers; layer++) {
    auto weights = params.slice(each * layer, each);
    auto results = Layer::apply(current, hx[0].select(0, layer).contiguous(), hx[1].select(0, layer).contiguous(), weights[0], weights[1],
                                has_biases ? weights[2] : Tensor(), has_biases ? weights[3] : Tensor());
    current = results[0];
    h.push_back(results[1]);
    c.push_back(results[2]);
  }
  return {current, at::stack(h), at::stack(c)};
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(torchsharp, m) {
  m.def(
      "lstm.input(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, "
      "bool batch_first) -> (Tensor, Tensor, Tensor)",
      lstm);
}
