// c10d's reducer.hpp includes this header of libtorch's RPC module, which Debian's package leaves out. The reducer only names these two types
// and holds a pointer to the first, so declaring them is enough.
#pragma once
#include <ATen/core/Tensor.h>

namespace torch::distributed::autograd {
struct DistAutogradContext {
  using GradCallback = std::function<bool(at::Tensor&)>;
};
using ContextPtr = std::shared_ptr<DistAutogradContext>;
}  // namespace torch::distributed::autograd
