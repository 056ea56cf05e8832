// The C door to libtorch. It names no operator: `shim_find` looks one up in the dispatcher by its schema name and
// `shim_call` calls it with a stack of tagged values. Beside that it exposes only what is not an operator: tensor
// metadata, autograd's entry points, thread-local modes, generators and thread counts.
//
// Ownership: a tensor handle is one counted reference to a TensorImpl; whoever receives a handle must release it.
// Errors: every function that can fail returns a negative number or null and leaves its message in `shim_error`.
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <dlfcn.h>
#include <torch/csrc/api/include/torch/version.h>
#include <torch/csrc/autograd/autograd.h>

#define API extern "C" __attribute__((visibility("default")))

namespace {

using Handle = c10::TensorImpl*;
using c10::IValue;

enum Tag : int32_t { None, Tensor, Int, Double, Bool, String, Ints, Doubles, Bools, Tensors, OptionalTensors, Generator, Device };

struct Value {
  int32_t tag;
  int32_t length;  // of a list or string; in a result, 1 + the index of the argument that the tensor is, or 0
  int64_t bits;    // the number, handle or address
  int64_t bytes;   // in a result: memory that came to be with this tensor (0 for a view)
};

struct Info {
  void* data;
  const int64_t* sizes;
  const int64_t* strides;
  int64_t dimensions, elements, offset;
  int32_t dtype, device_type, device_index, flags;
};

thread_local std::string last_error;
thread_local std::vector<int64_t> list_storage;
thread_local std::string string_storage;

template <class F, class R>
R guarded(R failure, F&& body) noexcept {
  try {
    return body();
  } catch (const c10::Error& e) {
    last_error = e.what_without_backtrace();
  } catch (const std::exception& e) {
    last_error = e.what();
  } catch (...) {
    last_error = "unknown native error";
  }
  return failure;
}

at::Tensor borrow(Handle h) {
  return h ? at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(h)) : at::Tensor();
}

Handle own(at::Tensor t) { return t.defined() ? t.unsafeReleaseTensorImpl() : nullptr; }

std::vector<at::Tensor> borrow_all(const Handle* handles, int n) {
  std::vector<at::Tensor> tensors;
  tensors.reserve(n);
  for (int i = 0; i < n; i++) tensors.push_back(borrow(handles[i]));
  return tensors;
}

template <class T>
T from_bits(int64_t bits) {
  T value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

template <class T>
int64_t to_bits(T value) {
  int64_t bits = 0;
  std::memcpy(&bits, &value, sizeof value);
  return bits;
}

IValue to_ivalue(const Value& v) {
  auto list = reinterpret_cast<const int64_t*>(v.bits);
  auto handles = reinterpret_cast<const Handle*>(v.bits);
  switch (v.tag) {
    case None: return {};
    case Tensor: return borrow(reinterpret_cast<Handle>(v.bits));
    case Int: return v.bits;
    case Double: return from_bits<double>(v.bits);
    case Bool: return v.bits != 0;
    case String: return std::string(reinterpret_cast<const char*>(v.bits), v.length);
    case Ints: return c10::IntArrayRef(list, v.length);
    case Doubles: return c10::ArrayRef<double>(reinterpret_cast<const double*>(v.bits), v.length);
    case Bools: {
      c10::List<bool> flags;
      for (int i = 0; i < v.length; i++) flags.push_back(list[i] != 0);
      return flags;
    }
    case Tensors: {
      c10::List<at::Tensor> tensors;
      tensors.reserve(v.length);
      for (int i = 0; i < v.length; i++) tensors.push_back(borrow(handles[i]));
      return tensors;
    }
    case OptionalTensors: {
      c10::List<c10::optional<at::Tensor>> tensors;
      for (int i = 0; i < v.length; i++)
        tensors.push_back(handles[i] ? c10::make_optional(borrow(handles[i])) : c10::nullopt);
      return tensors;
    }
    case Generator: return *reinterpret_cast<at::Generator*>(v.bits);
    case Device: return c10::Device(static_cast<c10::DeviceType>(v.bits), static_cast<int8_t>(v.length));
    default: TORCH_CHECK(false, "no such value tag: ", v.tag);
  }
}

Value tensor_result(at::Tensor t, const Value* arguments, int n) {
  if (!t.defined()) return {None, 0, 0, 0};
  Value out{Tensor, 0, 0, 0};
  auto storage = t.has_storage() ? t.storage().unsafeGetStorageImpl() : nullptr;
  bool shared = false;
  for (int i = 0; i < n; i++) {
    if (arguments[i].tag != Tensor || !arguments[i].bits) continue;
    auto argument = reinterpret_cast<Handle>(arguments[i].bits);
    if (argument == t.unsafeGetTensorImpl()) out.length = i + 1;
    shared |= storage && argument->has_storage() && argument->storage().unsafeGetStorageImpl() == storage;
  }
  if (storage && !shared) out.bytes = static_cast<int64_t>(storage->nbytes());
  out.bits = reinterpret_cast<int64_t>(own(std::move(t)));
  return out;
}

Value to_value(IValue&& v, const Value* arguments, int n) {
  if (v.isTensor()) return tensor_result(std::move(v).toTensor(), arguments, n);
  if (v.isInt()) return {Int, 0, v.toInt(), 0};
  if (v.isDouble()) return {Double, 0, to_bits(v.toDouble()), 0};
  if (v.isBool()) return {Bool, 0, v.toBool(), 0};
  if (v.isTensorList()) {
    list_storage.clear();
    for (at::Tensor t : v.toTensorVector()) list_storage.push_back(reinterpret_cast<int64_t>(own(std::move(t))));
    return {Tensors, static_cast<int32_t>(list_storage.size()), reinterpret_cast<int64_t>(list_storage.data()), 0};
  }
  if (v.isIntList()) {
    list_storage = v.toIntVector();
    return {Ints, static_cast<int32_t>(list_storage.size()), reinterpret_cast<int64_t>(list_storage.data()), 0};
  }
  if (v.isString()) {
    string_storage = v.toStringRef();
    return {String, static_cast<int32_t>(string_storage.size()), reinterpret_cast<int64_t>(string_storage.data()), 0};
  }
  return {None, 0, 0, 0};
}

}  // namespace

API const char* shim_error() { return last_error.c_str(); }
API const char* shim_version() { return TORCH_VERSION; }

// ---- operators -------------------------------------------------------------------------------------------------

API void* shim_find(const char* name, const char* overload) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    return new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload));
  });
}

// Calls with the first `n` arguments given and the schema's defaults for the rest; returns the number of results.
API int shim_call(const c10::OperatorHandle* op, const Value* arguments, int n, Value* results, int capacity) {
  return guarded(-1, [&] {
    const auto& declared = op->schema().arguments();
    TORCH_CHECK(n <= static_cast<int>(declared.size()), op->schema().name(), " takes ", declared.size(), " arguments, not ", n);
    torch::jit::Stack stack;
    stack.reserve(std::max<size_t>(declared.size(), 4));
    for (int i = 0; i < n; i++) stack.push_back(to_ivalue(arguments[i]));
    for (size_t i = n; i < declared.size(); i++) {
      const auto& fallback = declared[i].default_value();
      if (fallback) stack.push_back(*fallback);
      else stack.emplace_back();
    }
    op->callBoxed(&stack);
    int count = std::min(static_cast<int>(stack.size()), capacity);
    for (int i = 0; i < count; i++) results[i] = to_value(std::move(stack[i]), arguments, n);
    return count;
  });
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
    torch::autograd::backward(borrow_all(outputs, n), borrow_all(grads, n), retain != 0, create != 0, borrow_all(inputs, n_inputs));
    return 0;
  });
}

API int shim_gradients(const Handle* outputs, const Handle* grads, int n, const Handle* inputs, int n_inputs, int retain,
                       int create, int allow_unused, Handle* results) {
  return guarded(-1, [&] {
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

API int shim_threads() { return at::get_num_threads(); }
API int shim_interop_threads() { return at::get_num_interop_threads(); }

// Sets the threads of ATen's loops and, when the BLAS in use has a pool of its own (OpenBLAS), of that pool too.
API void shim_set_threads(int n) {
  at::set_num_threads(n);
  if (auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(n);
}

API int shim_set_interop_threads(int n) {
  return guarded(-1, [&] { return at::set_num_interop_threads(n), 0; });
}
