// Binary cross-entropy of log odds in one pass over memory, and its derivative in another, where ATen makes about ten.
#include <ATen/Parallel.h>
#include <ATen/TensorOperators.h>
#include <ATen/ops/binary_cross_entropy_with_logits.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/scalar_tensor.h>
#include <ATen/ops/sigmoid.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include "simd.h"

using at::Tensor;
using namespace torch::autograd;

namespace {

constexpr int64_t grain = 8192;

// Σ max(x, 0) − x t + log(1 + e^−|x|)
FOR_EACH_PROCESSOR double sum_of_losses(const float* x, const float* t, int64_t n) {
  double total = 0;
  for (int64_t start = 0; start < n; start += 1024) {  // single precision within short stretches only
    float part = 0;
    int64_t end = std::min(n, start + 1024);
#pragma omp simd reduction(+ : part)
    for (int64_t i = start; i < end; i++) part += (x[i] > 0 ? x[i] : 0) - x[i] * t[i] + log1pf(expf(-fabsf(x[i])));
    total += part;
  }
  return total;
}

// (σ(x) − t) · scale
FOR_EACH_PROCESSOR void derivative(const float* x, const float* t, float scale, float* out, int64_t n) {
#pragma omp simd
  for (int64_t i = 0; i < n; i++) out[i] = (1 / (1 + expf(-x[i])) - t[i]) * scale;
}

struct Loss : Function<Loss> {
  static Tensor forward(AutogradContext* context, const Tensor& input, const Tensor& target, bool mean) {
    context->save_for_backward({input, target});
    auto n = input.numel();
    double scale = mean ? 1.0 / n : 1;
    context->saved_data["scale"] = scale;
    auto x = input.data_ptr<float>(), t = target.data_ptr<float>();
    auto total = at::parallel_reduce(
        0, n, grain, 0.0, [&](int64_t from, int64_t to, double sum) { return sum + sum_of_losses(x + from, t + from, to - from); },
        std::plus<double>());
    return at::scalar_tensor(total * scale, input.options());
  }

  static variable_list backward(AutogradContext* context, variable_list grads) {
    auto saved = context->get_saved_variables();
    auto &input = saved[0], &target = saved[1];
    auto scale = context->saved_data["scale"].toDouble();
    if (c10::GradMode::is_enabled()) return {(at::sigmoid(input) - target) * (grads[0] * scale), {}, {}};
    auto result = at::empty_like(input);
    auto x = input.data_ptr<float>(), t = target.data_ptr<float>(), out = result.data_ptr<float>();
    auto factor = static_cast<float>(grads[0].item<float>() * scale);
    at::parallel_for(0, input.numel(), grain, [&](int64_t from, int64_t to) { derivative(x + from, t + from, factor, out + from, to - from); });
    return {result, {}, {}};
  }
};

bool plain(const Tensor& t) { return t.is_cpu() && t.layout() == c10::kStrided && t.scalar_type() == at::kFloat && t.is_contiguous(); }

Tensor binary_cross_entropy_with_logits(const Tensor& input, const Tensor& target, const c10::optional<Tensor>& weight,
                                        const c10::optional<Tensor>& pos_weight, int64_t reduction) {
  bool fits = (!weight || !weight->defined()) && (!pos_weight || !pos_weight->defined()) && reduction != at::Reduction::None && plain(input) &&
              plain(target) && input.sizes() == target.sizes() && input.numel() > 0 && !target.requires_grad();
  return fits ? Loss::apply(input, target, reduction == at::Reduction::Mean)
              : at::binary_cross_entropy_with_logits(input, target, weight, pos_weight, reduction);
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(torchsharp, m) {
  m.def(
      "binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=1) -> Tensor",
      binary_cross_entropy_with_logits);
}
