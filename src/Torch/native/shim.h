// What both halves of the shim share. The shim is the C door to libtorch: `operators.cpp` calls any operator by its schema name, `runtime.cpp`
// has what is not an operator: metadata, autograd's entry points, thread-local modes, generators and thread counts.
//
// Ownership: a tensor handle is one counted reference to a TensorImpl; whoever receives a handle must release it.
// Errors: every function that can fail returns a negative number or null and leaves its message in `shim_error`.
#pragma once
#include <ATen/core/Tensor.h>

#include <atomic>

#define API extern "C" __attribute__((visibility("default")))

using Handle = c10::TensorImpl*;

inline thread_local std::string last_error;

// Thrown when managed code that libtorch called fails: keeps the exception for the managed code that called libtorch.
struct ManagedError : std::runtime_error {
  ManagedError(const std::string& message, std::shared_ptr<void> cause) : std::runtime_error(message), exception(std::move(cause)) {}
  std::shared_ptr<void> exception;
};

inline thread_local std::shared_ptr<void> last_exception;

template <class F, class R>
R guarded(R failure, F&& body) noexcept {
  try {
    return body();
  } catch (const ManagedError& e) {
    last_error = e.what();
    last_exception = e.exception;
  } catch (const c10::Error& e) {
    last_error = e.what_without_backtrace();
  } catch (const std::exception& e) {
    last_error = e.what();
  } catch (...) {
    last_error = "unknown native error";
  }
  return failure;
}

// OpenMP keeps the number of threads for each thread apart: a thread takes over what another has set when it next computes.
inline std::atomic<int> wanted_threads{0}, threads_version{0};
void take_over_threads();

inline void follow_threads() {
  static thread_local int seen = 0;
  if (int version = threads_version.load(std::memory_order_relaxed); seen != version) {
    seen = version;
    take_over_threads();
  }
}

inline at::Tensor borrow(Handle h) {
  return h ? at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(h)) : at::Tensor();
}

inline at::Tensor adopt(Handle h) {
  return h ? at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(h)) : at::Tensor();
}

inline Handle own(at::Tensor t) { return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr; }

inline std::vector<at::Tensor> borrow_all(const Handle* handles, int n) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(n);
  for (int i = 0; i < n; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}
