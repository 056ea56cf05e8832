#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/api/include/torch/version.h>

#include "shim.h"

namespace {

using c10::IValue;

enum Tag : int32_t { None, Tensor, Int, Double, Bool, String, Ints, Doubles, Bools, Tensors, OptionalTensors, Generator, Device };

struct Value {
  int32_t tag;
  int32_t length;  // of a list or string
  int64_t bits;    // the number, handle or address
  int64_t bytes;   // in a result: memory that came to be with this tensor (0 for a view)
};

thread_local std::vector<int64_t> list_storage;
thread_local std::string string_storage;

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

#if TORCH_VERSION_MAJOR < 2
// Warnings as one plain line instead of through glog, which prefaces them with one of its own.
struct PlainWarnings : c10::WarningHandler {
  void process(const c10::SourceLocation&, const std::string& message, bool) override {
    std::fprintf(stderr, "libtorch: %s\n", message.c_str());
  }
};

void announce_warnings() {
  static PlainWarnings plain;
  thread_local bool done = false;
  if (!done) c10::Warning::set_warning_handler(&plain);
  done = true;
}
#else
void announce_warnings() {}
#endif

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

API void* shim_find(const char* name, const char* overload) {
  return guarded(static_cast<void*>(nullptr), [&]() -> void* {
    return new c10::OperatorHandle(c10::Dispatcher::singleton().findSchemaOrThrow(name, overload));
  });
}

// Calls with the first `n` arguments given and the schema's defaults for the rest; returns the number of results, or
// −2 − i when tensor number i must not be missing but is (its name is the message).
API int shim_call(const c10::OperatorHandle* op, const Value* arguments, int n, Value* results, int capacity) {
  return guarded(-1, [&] {
    announce_warnings();
    follow_threads();
    const auto& declared = op->schema().arguments();
    TORCH_CHECK(n <= static_cast<int>(declared.size()), op->schema().name(), " takes ", declared.size(), " arguments, not ", n);
    torch::jit::Stack stack;
    stack.reserve(std::max<size_t>(declared.size(), 4));
    for (int i = 0; i < n; i++) {
      if (arguments[i].tag == None && declared[i].type()->kind() == c10::TypeKind::TensorType) {
        last_error = declared[i].name();
        return -2 - i;
      }
      stack.push_back(to_ivalue(arguments[i]));
    }
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
