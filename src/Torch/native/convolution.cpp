// Transposed convolution through oneDNN. ATen 1.13 computes it picture by picture with im2col on one thread; but it is the derivative of a
// convolution with respect to its input, which oneDNN computes in blocks on all threads, and its own derivatives are convolutions.
#include <ATen/TensorOperators.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/conv_transpose2d.h>
#include <ATen/ops/convolution_backward.h>
#include <ATen/ops/empty.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

using at::IntArrayRef;
using at::Tensor;
using namespace torch::autograd;

namespace {

struct Transposed : Function<Transposed> {
  static Tensor forward(AutogradContext* context, const Tensor& input, const Tensor& weight, std::vector<int64_t> sizes,
                        std::vector<int64_t> stride, std::vector<int64_t> padding, std::vector<int64_t> dilation, int64_t groups) {
    context->save_for_backward({input, weight});
    context->saved_data["stride"] = stride;
    context->saved_data["padding"] = padding;
    context->saved_data["dilation"] = dilation;
    context->saved_data["groups"] = groups;
    auto shape_only = at::empty(sizes, input.options());
    return std::get<0>(at::convolution_backward(input, shape_only, weight, c10::nullopt, stride, padding, dilation, false, {0, 0}, groups,
                                                {true, false, false}));
  }

  // Made of operators that have derivatives themselves.
  static variable_list backward(AutogradContext* context, variable_list grads) {
    auto saved = context->get_saved_variables();
    auto &input = saved[0], &weight = saved[1];
    auto stride = context->saved_data["stride"].toIntVector(), padding = context->saved_data["padding"].toIntVector();
    auto dilation = context->saved_data["dilation"].toIntVector();
    auto groups = context->saved_data["groups"].toInt();
    auto grad = grads[0].contiguous();
    Tensor of_input, of_weight;
    if (context->needs_input_grad(0)) of_input = at::conv2d(grad, weight, {}, stride, padding, dilation, groups);
    if (context->needs_input_grad(1))
      of_weight = std::get<1>(at::convolution_backward(input, grad, weight, c10::nullopt, stride, padding, dilation, false, {0, 0}, groups,
                                                       {false, true, false}));
    return {of_input, of_weight, {}, {}, {}, {}, {}};
  }
};

std::vector<int64_t> two(IntArrayRef values) { return values.size() == 1 ? std::vector<int64_t>(2, values[0]) : values.vec(); }

Tensor conv_transpose2d(const Tensor& input, const Tensor& weight, const c10::optional<Tensor>& bias, IntArrayRef stride, IntArrayRef padding,
                        IntArrayRef output_padding, int64_t groups, IntArrayRef dilation) {
  bool fits = input.is_cpu() && weight.is_cpu() && input.layout() == c10::kStrided && input.scalar_type() == at::kFloat &&
              weight.scalar_type() == at::kFloat && input.dim() == 4 && weight.dim() == 4 && input.numel() > 0 && groups > 0 &&
              input.size(0) > 1 && input.size(1) == weight.size(0) && weight.size(0) % groups == 0 &&
              (!bias || !bias->defined() || bias->sizes() == IntArrayRef({weight.size(1) * groups}));
  auto s = two(stride), p = two(padding), more = two(output_padding), d = two(dilation);
  std::vector<int64_t> sizes{input.size(0), weight.dim() == 4 ? weight.size(1) * groups : 0, 0, 0};
  for (int i = 0; fits && i < 2; i++) {
    sizes[2 + i] = (input.size(2 + i) - 1) * s[i] - 2 * p[i] + d[i] * (weight.size(2 + i) - 1) + more[i] + 1;
    fits = s[i] > 0 && p[i] >= 0 && d[i] > 0 && more[i] >= 0 && more[i] < s[i] && sizes[2 + i] > 0;
  }
  if (!fits) return at::conv_transpose2d(input, weight, bias, stride, padding, output_padding, groups, dilation);
  auto result = Transposed::apply(input.contiguous(), weight.contiguous(), sizes, s, p, d, groups);
  if (bias && bias->defined()) result.add_(bias->view({1, -1, 1, 1}));
  return result;
}

}  // namespace

TORCH_LIBRARY_FRAGMENT(torchsharp, m) {
  m.def(
      "conv_transpose2d(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, int[2] padding=0, int[2] output_padding=0, "
      "int groups=1, int[2] dilation=1) -> Tensor",
      conv_transpose2d);
}
