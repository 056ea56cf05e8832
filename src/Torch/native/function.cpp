// Functions whose derivative is computed by managed code, and the record of where a node of the graph was made.
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/engine.h>
#include <torch/csrc/autograd/saved_variable.h>

#include "shim.h"

using namespace torch::autograd;

namespace {

struct ManagedNode;

// What managed code offers; set once. `backward` owns the derivatives that it is given and hands over those that it writes;
// it returns null, or the exception that stopped it. `release` forgets an object of managed code. `trace` says where the
// program is, in memory that `free` gives back.
struct Callbacks {
  void* (*backward)(void* context, ManagedNode* node, const Handle* grads, int n, Handle* results, int capacity);
  void (*release)(void* managed);
  char* (*trace)();
} callbacks;

struct ManagedNode : Node {
  ManagedNode(std::string name, void* context, edge_list&& edges) : Node(std::move(edges)), name_(std::move(name)), context_(context) {}
  ~ManagedNode() override { callbacks.release(context_); }

  std::string name() const override { return name_; }

  void release_variables() override {
    std::lock_guard<std::mutex> lock(mutex_);
    for (auto& variable : saved) variable.reset_data();
  }

  variable_list apply(variable_list&& grads) override {
    std::lock_guard<std::mutex> lock(mutex_);
    std::vector<Handle> given, found(num_outputs());
    for (size_t i = 0; i < grads.size(); i++) {
      bool absent = !grads[i].defined() && materialize;
      given.push_back(own(absent ? input_metadata(i).zeros_like() : std::move(grads[i])));
    }
    if (auto exception = callbacks.backward(context_, this, given.data(), given.size(), found.data(), found.size()))
      throw ManagedError(name_ + ": the derivative failed", {exception, callbacks.release});
    variable_list results;
    for (auto handle : found) results.push_back(adopt(handle));
    return results;
  }

  std::vector<SavedVariable> saved;
  bool materialize = true;

 private:
  std::string name_;
  void* context_;
};

std::unordered_set<at::TensorImpl*> as_set(const Handle* handles, int n) { return {handles, handles + n}; }

// ---- anomaly mode: the managed stack of the forward call, kept with each node, instead of the native one on stderr -------------

thread_local std::string anomaly_trace;

struct ManagedOrigin : AnomalyMetadata {
  void store_stack() override {
    auto text = callbacks.trace();
    trace_ = text;
    std::free(text);
  }

  void print_stack(const std::string& name) override {
    anomaly_trace = name + " was recorded by:\n" + trace_;
    if (parent_) anomaly_trace += "\nwhile the derivative of " + parent_->name() + " was computed.";
  }

  void assign_parent(const std::shared_ptr<Node>& parent) override { parent_ = parent; }

 private:
  std::string trace_;
  std::shared_ptr<Node> parent_;
};

struct ManagedEngine : Engine {
  static Engine& instance() {
    static auto engine = new ManagedEngine;
    return *engine;
  }

  std::unique_ptr<AnomalyMetadata> make_anomaly_metadata() override { return std::make_unique<ManagedOrigin>(); }
};

}  // namespace

API void shim_function_callbacks(const Callbacks* managed) { callbacks = *managed; }

// Connects what a function computed with what it computed it from, if derivatives are wanted; `results` get the outputs. The node
// owns `context`. The lists are: inputs, inputs changed in place, outputs without derivative, outputs, tensors to be saved.
API int shim_function_record(const char* name, void* context, const Handle* const* lists, const int* counts, int materialize, Handle* results) {
  return guarded(-1, [&] {
    auto inputs = borrow_all(lists[0], counts[0]);
    std::shared_ptr<ManagedNode> node(new ManagedNode(name, context, collect_next_edges(inputs)), deleteNode);
    node->materialize = materialize != 0;
    std::vector<c10::optional<at::Tensor>> outputs;
    for (auto& output : borrow_all(lists[3], counts[3])) outputs.emplace_back(std::move(output));
    auto jvp = [](variable_list, variable_list) -> variable_list { TORCH_CHECK(false, "forward derivatives are not supported"); };
    auto wrapped = _wrap_outputs(inputs, as_set(lists[2], counts[2]), as_set(lists[1], counts[1]), outputs, node, jvp);
    for (auto& tensor : borrow_all(lists[4], counts[4])) {
      bool is_output = false;
      for (size_t i = 0; i < wrapped.size(); i++) {
        // An output that is an input is wrapped in a view: what is saved is then the view, which has the history.
        if (!tensor.defined() || !tensor.is_same(*outputs[i])) continue;
        is_output = true;
        tensor = *wrapped[i];
      }
      node->saved.emplace_back(tensor, is_output);
    }
    for (size_t i = 0; i < wrapped.size(); i++) results[i] = own(std::move(*wrapped[i]));
    return 0;
  });
}

API int shim_function_saved_count(const ManagedNode* node) { return node->saved.size(); }

// What was saved, while the node's derivative is being computed.
API int shim_function_saved(ManagedNode* node, Handle* results) {
  return guarded(-1, [&] {
    variable_list found;
    for (auto& variable : node->saved) found.push_back(variable.unpack(node->shared_from_this()));
    for (size_t i = 0; i < found.size(); i++) results[i] = own(std::move(found[i]));
    return 0;
  });
}

// The exception of managed code that made the last call on this thread fail, or null; it is kept until it is dropped.
API void* shim_exception() { return last_exception.get(); }
API void shim_exception_drop() { last_exception.reset(); }

API void shim_anomaly_set(int enabled, int check_nan) {
  set_default_engine_stub(&ManagedEngine::instance);
  AnomalyMode::set_enabled(enabled != 0, check_nan != 0);
}

// 1: enabled; 2: derivatives are checked for NaN.
API int shim_anomaly() { return AnomalyMode::is_enabled() + 2 * AnomalyMode::should_check_nan(); }

// Where the operation was recorded whose derivative failed last on this thread; empty if not known.
API const char* shim_anomaly_trace() {
  static thread_local std::string taken;
  taken = std::move(anomaly_trace);
  anomaly_trace.clear();
  return taken.c_str();
}
