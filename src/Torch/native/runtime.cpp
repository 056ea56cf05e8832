#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <dlfcn.h>
#include <stdlib.h>
#include <torch/csrc/api/include/torch/version.h>
#include <torch/csrc/autograd/autograd.h>
#include <unistd.h>

#include <cstdio>

#include "shim.h"

struct Info {
  void* data;
  const int64_t* sizes;
  const int64_t* strides;
  int64_t dimensions, elements, offset;
  int32_t dtype, device_type, device_index, flags;
};

API const char* shim_error() { return last_error.c_str(); }
API const char* shim_version() { return TORCH_VERSION; }

// Called last, so that this runs before libtorch's static destructors and in their place: threads may still be computing with what they free.
API void shim_end_without_destructors() {
  on_exit([](int status, void*) { fflush(nullptr), _exit(status); }, nullptr);
}

// ---- tensors ---------------------------------------------------------------------------------------------------

API void shim_retain(Handle h) { c10::raw::intrusive_ptr::incref(h); }
API void shim_release(Handle h) { c10::raw::intrusive_ptr::decref(h); }
API void shim_bump_version(Handle h) { h->bump_version(); }
API int64_t shim_tensor_version(Handle h) { return h->is_inference() ? 0 : h->version_counter().current_version(); }

API int shim_info(Handle h, Info* out) {
  return guarded(-1, [&] {
    bool plain = h->layout() == c10::kStrided;
    out->sizes = h->sizes().data();
    out->strides = plain ? h->strides().data() : nullptr;
    out->data = plain && h->has_storage() && h->storage_initialized() ? h->data() : nullptr;
    out->dimensions = h->dim();
    out->elements = h->numel();
    out->offset = plain ? h->storage_offset() : 0;
    out->dtype = static_cast<int32_t>(c10::typeMetaToScalarType(h->dtype()));
    out->device_type = static_cast<int32_t>(h->device().type());
    out->device_index = h->device().index();
    auto t = borrow(h);
    out->flags = (t.requires_grad() ? 1 : 0) | (t.is_leaf() ? 2 : 0) | (plain && h->is_contiguous() ? 4 : 0) |
                 (plain ? 0 : 8) | (h->is_inference() ? 16 : 0);
    return 0;
  });
}

// A tensor over foreign memory; `release(context)` is called once the last reference to its storage is gone.
API Handle shim_from_blob(void* data, const int64_t* sizes, int n, int dtype, void (*release)(void*), void* context) {
  return guarded(Handle(nullptr), [&] {
    return own(at::from_blob(data, c10::IntArrayRef(sizes, n), [=](void*) { release(context); },
                             at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype))));
  });
}

// ---- autograd --------------------------------------------------------------------------------------------------

API int shim_set_requires_grad(Handle h, int value) {
  return guarded(-1, [&] { return borrow(h).requires_grad_(value != 0), 0; });
}

API Handle shim_grad(Handle h) {
  return guarded(Handle(nullptr), [&] { return own(borrow(h).grad()); });
}

API int shim_set_grad(Handle h, Handle grad) {
  return guarded(-1, [&] { return borrow(h).mutable_grad() = borrow(grad), 0; });
}

API int shim_backward(const Handle* outputs, const Handle* grads, int n, const Handle* inputs, int n_inputs, int retain, int create) {
  return guarded(-1, [&] {
    follow_threads();
    torch::autograd::backward(borrow_all(outputs, n), borrow_all(grads, n), retain != 0, create != 0, borrow_all(inputs, n_inputs));
    return 0;
  });
}

API int shim_gradients(const Handle* outputs, const Handle* grads, int n, const Handle* inputs, int n_inputs, int retain,
                       int create, int allow_unused, Handle* results) {
  return guarded(-1, [&] {
    follow_threads();
    auto found = torch::autograd::grad(borrow_all(outputs, n), borrow_all(inputs, n_inputs), borrow_all(grads, n), retain != 0,
                                       create != 0, allow_unused != 0);
    for (int i = 0; i < n_inputs; i++) results[i] = own(std::move(found[i]));
    return 0;
  });
}

API int shim_grad_enabled() { return c10::GradMode::is_enabled(); }
API void shim_set_grad_enabled(int value) { c10::GradMode::set_enabled(value != 0); }
API int shim_inference_enabled() { return c10::InferenceMode::is_enabled(); }
API void* shim_inference_enter(int value) { return new c10::InferenceMode(value != 0); }
API void shim_inference_leave(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// ---- random generators -----------------------------------------------------------------------------------------

API void* shim_generator_new(uint64_t seed) { return new at::Generator(at::detail::createCPUGenerator(seed)); }
API void* shim_generator_default() { return new at::Generator(at::detail::getDefaultCPUGenerator()); }
API void shim_generator_delete(at::Generator* g) { delete g; }

API uint64_t shim_generator_seed(at::Generator* g) {
  std::lock_guard<std::mutex> lock(g->mutex());
  return g->current_seed();
}

API void shim_generator_set_seed(at::Generator* g, uint64_t seed) {
  std::lock_guard<std::mutex> lock(g->mutex());
  g->set_current_seed(seed);
}

API Handle shim_generator_state(at::Generator* g) {
  return guarded(Handle(nullptr), [&] {
    std::lock_guard<std::mutex> lock(g->mutex());
    return own(g->get_state());
  });
}

API int shim_generator_set_state(at::Generator* g, Handle state) {
  return guarded(-1, [&] {
    std::lock_guard<std::mutex> lock(g->mutex());
    g->set_state(borrow(state));
    return 0;
  });
}

// ---- threads ---------------------------------------------------------------------------------------------------

API int shim_threads() { return follow_threads(), at::get_num_threads(); }
API int shim_interop_threads() { return at::get_num_interop_threads(); }

// Sets the threads of ATen's loops and, when the BLAS in use has a pool of its own (OpenBLAS), of that pool too.
API void shim_set_threads(int n) {
  at::set_num_threads(n);
  if (auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(n);
  wanted_threads = n;
  threads_version++;
}

void take_over_threads() {
  static auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "omp_set_num_threads"));
  if (set) set(wanted_threads);
}

API int shim_set_interop_threads(int n) {
  return guarded(-1, [&] { return at::set_num_interop_threads(n), 0; });
}
