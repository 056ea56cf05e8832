#ifdef USE_C10D_GLOO
#include "distributed.h"
#include "work.h"

#include <torch/csrc/distributed/c10d/PrefixStore.hpp>

#include <future>

namespace {

using namespace std::chrono_literals;

constexpr int dimensions = 8;
const char* const names[] = {"all_reduce", "broadcast", "reduce", "all_gather", "gather", "scatter", "barrier"};
const char* const reductions[] = {"SUM", "AVG", "PRODUCT", "MIN", "MAX", "BAND", "BOR", "BXOR"};

// The names that .NET gives to libtorch's types, by number.
const char* const types[] = {"Byte", "Int8", "Int16", "Int32", "Int64", "Float16", "Float32", "Float64", "ComplexFloat16", "ComplexFloat32",
                             "ComplexFloat64", "Bool", "QInt8", "QUInt8", "QInt32", "BFloat16"};

// What a rank is about to do, as the ranks tell one another.
struct Call {
  int64_t kind, argument, dtype, dims, sizes[dimensions];
  bool operator==(const Call& other) const { return std::memcmp(this, &other, sizeof *this) == 0; }
};

constexpr int words = sizeof(Call) / sizeof(int64_t);

// What a rank says in shared memory: also where in its segment the tensor is.
struct Said {
  Call call;
  int64_t place;
};

// How to reduce in shared memory; null for what is left to Gloo.
SharedMemory::Reduction reduction_of(int op, at::ScalarType type) {
  if (!at::isIntegralType(type, false) && !at::isFloatingType(type)) return nullptr;
  switch (op) {
    case c10d::ReduceOp::SUM: return [](at::Tensor& total, const at::Tensor& other) { total.add_(other); };
    case c10d::ReduceOp::PRODUCT: return [](at::Tensor& total, const at::Tensor& other) { total.mul_(other); };
    case c10d::ReduceOp::MIN: return [](at::Tensor& total, const at::Tensor& other) { at::minimum_out(total, total, other); };
    case c10d::ReduceOp::MAX: return [](at::Tensor& total, const at::Tensor& other) { at::maximum_out(total, total, other); };
    default: return nullptr;
  }
}

Call call_of(Collective kind, int64_t argument, const at::Tensor* tensor) {
  Call call{kind, argument, -1, 0, {}};
  if (!tensor) return call;
  call.dtype = static_cast<int64_t>(tensor->scalar_type());
  call.dims = tensor->dim();
  for (int64_t i = 0; i < tensor->dim(); i++) {
    auto& size = call.sizes[std::min<int64_t>(i, dimensions - 1)];
    size = i < dimensions ? tensor->size(i) : size * tensor->size(i);
  }
  return call;
}

std::string describe(const Call& call) {
  std::ostringstream text;
  text << names[call.kind];
  if (call.kind == AllReduce || call.kind == Reduce) text << "(" << reductions[call.argument & 0xff] << ")";
  if (call.kind == Reduce || call.kind == Gather) text << " to rank " << (call.argument >> 8);
  if (call.kind == Broadcast || call.kind == Scatter) text << " from rank " << (call.argument >> 8);
  if (call.dtype < 0) return text.str();
  text << " of " << types[call.dtype] << " [";
  for (int64_t i = 0; i < std::min<int64_t>(call.dims, dimensions); i++) text << (i ? ", " : "") << call.sizes[i];
  text << "]";
  return text.str();
}

// Elements that are only moved go as bytes: Gloo knows a few types only.
at::Tensor bytes_of(const at::Tensor& tensor) { return tensor.view({-1}).view(at::kByte); }

std::vector<at::Tensor> bytes_of(const std::vector<at::Tensor>& tensors) {
  std::vector<at::Tensor> bytes;
  for (auto& tensor : tensors) bytes.push_back(bytes_of(tensor));
  return bytes;
}

std::vector<std::vector<at::Tensor>> bytes_of(const std::vector<std::vector<at::Tensor>>& lists) {
  std::vector<std::vector<at::Tensor>> bytes;
  for (auto& list : lists) bytes.push_back(bytes_of(list));
  return bytes;
}

std::string list_of(const std::vector<std::string>& ranks, const char* one, const char* many) {
  return "rank" + std::string(ranks.size() > 1 ? "s " : " ") + c10::Join(", ", ranks) + (ranks.size() > 1 ? many : one);
}

}  // namespace

Group::Group(StoreRef store, int rank, int size, c10::intrusive_ptr<Options> options, std::vector<int> processes, bool checked, bool share)
    : ProcessGroupGloo(c10::make_intrusive<c10d::PrefixStore>("data", store), rank, size, options),
      store_of_ranks_(store),
      control_(c10::make_intrusive<ProcessGroupGloo>(c10::make_intrusive<c10d::PrefixStore>("control", store), rank, size, options)),
      processes_(std::move(processes)),
      checked_(checked) {
  auto on_this_machine = std::all_of(processes_.begin(), processes_.end(), [](auto process) { return process > 0; });
  if (size > 1 && on_this_machine) memory_ = SharedMemory::open(store, rank, processes_, options->timeout, share);
}

Group::Agreement Group::agree(Collective kind, int64_t argument, const at::Tensor* tensor) {
  auto mine = call_of(kind, argument, tensor);
  Agreement agreed{describe(mine), {}};
  calls_++;
  if (!memory_ && !checked_) return agreed;
  std::vector<Call> calls(size_);
  try {
    if (memory_) {
      auto said = memory_->exchange(Said{mine, tensor ? memory_->place_of(*tensor) : -1});
      for (int r = 0; r < size_; r++) calls[r] = said[r].call, agreed.places.push_back(said[r].place);
    } else {
      std::vector<at::Tensor> input{at::from_blob(&mine, {words}, at::kLong)};
      std::vector<std::vector<at::Tensor>> outputs(1);
      for (auto& call : calls) outputs[0].push_back(at::from_blob(&call, {words}, at::kLong));
      control_->allgather(outputs, input)->wait();
    }
  } catch (const std::exception& e) {
    throw std::runtime_error(explain(e.what(), agreed.call));
  }
  if (std::all_of(calls.begin(), calls.end(), [&](auto& call) { return call == mine; })) return agreed;
  std::ostringstream error;
  error << "the ranks do not agree:";
  for (int r = 0; r < size_; r++) error << (r ? "; rank " : " rank ") << r << " calls " << describe(calls[r]);
  throw std::runtime_error(error.str());
}

std::string Group::ended() const {
  std::vector<std::string> gone;
  for (int r = 0; r < size_; r++)
    if (r != rank_ && processes_[r] > 0 && has_ended(processes_[r]))
      gone.push_back(std::to_string(r) + " (process " + std::to_string(processes_[r]) + ")");
  return gone.empty() ? "" : list_of(gone, " has ended", " have ended");
}

// Ranks that fail in this call have said in the store that they came to it; the others are absent.
std::string Group::absent(const std::string& call) {
  std::packaged_task<std::string()> ask([store = store_of_ranks_, call, rank = rank_, size = size_] {
    std::this_thread::sleep_for(300ms);
    std::vector<std::string> ranks;
    for (int r = 0; r < size; r++)
      if (r != rank && !store->check({call + std::to_string(r)})) ranks.push_back(std::to_string(r));
    return ranks.empty() ? std::string() : list_of(ranks, " did not come to this call", " did not come to this call");
  });
  auto answer = ask.get_future();
  std::thread(std::move(ask)).detach();  // a store that does not answer must not hold this rank up
  try {
    return answer.wait_for(1s) == std::future_status::ready ? answer.get() : "rank 0 does not answer";
  } catch (const std::exception&) {
    return "rank 0 does not answer";
  }
}

std::string Group::explain(const std::string& error, const std::string& call) {
  auto key = "call/" + std::to_string(calls_) + "/";
  try {
    store_of_ranks_->set(key + std::to_string(rank_), std::vector<uint8_t>{1});
  } catch (const std::exception&) {  // rank 0 has ended, as will be found out below
  }
  bool late = error.find("imed out") != std::string::npos;
  auto why = ended();
  for (int i = 0; why.empty() && !late && i < 100; i++) {  // connections close some time before a process is gone
    std::this_thread::sleep_for(10ms);
    why = ended();
  }
  if (why.empty()) why = absent(key);
  if (why.empty()) why = late ? "the ranks did not finish it in time" : "another rank closed its connection";
  auto place = error.rfind("[", 0) == 0 ? error.find("] ") : std::string::npos;  // Gloo's words start with its file and line
  auto words = place == std::string::npos ? error : error.substr(place + 2);
  return "rank " + std::to_string(rank_) + ", " + call + ": " + why + " (" + words + ")";
}

WorkRef Group::reduce_in_memory(
    const std::string& call, const std::vector<int64_t>& places, const at::Tensor& tensor, SharedMemory::Reduction reduction) {
  at::NoGradGuard values_only;
  auto flat = tensor.contiguous();
  try {
    memory_->all_reduce(flat, places, reduction);
  } catch (const std::exception& e) {
    throw std::runtime_error(explain(e.what(), call));
  }
  if (!flat.is_same(tensor)) tensor.copy_(flat);
  return done(tensor);
}

WorkRef Group::allreduce(std::vector<at::Tensor>& tensors, const c10d::AllreduceOptions& options) {
  auto [call, places] = agree(AllReduce, options.reduceOp.op_, &tensors[0]);
  auto reduction = memory_ ? reduction_of(options.reduceOp.op_, tensors[0].scalar_type()) : nullptr;
  if (reduction) return reduce_in_memory(call, places, tensors[0], reduction);
  return explained(GroupRef::reclaim_copy(this), call, ProcessGroupGloo::allreduce(tensors, options));
}

WorkRef Group::broadcast(std::vector<at::Tensor>& tensors, const c10d::BroadcastOptions& options) {
  auto call = agree(Broadcast, options.rootRank << 8, &tensors[0]).call;
  auto bytes = bytes_of(tensors);
  return explained(GroupRef::reclaim_copy(this), call, ProcessGroupGloo::broadcast(bytes, options));
}

WorkRef Group::reduce(std::vector<at::Tensor>& tensors, const c10d::ReduceOptions& options) {
  auto call = agree(Reduce, options.rootRank << 8 | options.reduceOp.op_, &tensors[0]).call;
  return explained(GroupRef::reclaim_copy(this), call, ProcessGroupGloo::reduce(tensors, options));
}

WorkRef Group::allgather(
    std::vector<std::vector<at::Tensor>>& outputs, std::vector<at::Tensor>& inputs, const c10d::AllgatherOptions& options) {
  auto call = agree(AllGather, 0, &inputs[0]).call;
  auto to = bytes_of(outputs);
  auto from = bytes_of(inputs);
  return explained(GroupRef::reclaim_copy(this), call, ProcessGroupGloo::allgather(to, from, options));
}

WorkRef Group::gather(std::vector<std::vector<at::Tensor>>& outputs, std::vector<at::Tensor>& inputs, const c10d::GatherOptions& options) {
  auto call = agree(Gather, options.rootRank << 8, &inputs[0]).call;
  auto to = bytes_of(outputs);
  auto from = bytes_of(inputs);
  return explained(GroupRef::reclaim_copy(this), call, ProcessGroupGloo::gather(to, from, options));
}

WorkRef Group::scatter(std::vector<at::Tensor>& outputs, std::vector<std::vector<at::Tensor>>& inputs, const c10d::ScatterOptions& options) {
  auto call = agree(Scatter, options.rootRank << 8, &outputs[0]).call;
  auto to = bytes_of(outputs);
  auto from = bytes_of(inputs);
  return explained(GroupRef::reclaim_copy(this), call, ProcessGroupGloo::scatter(to, from, options));
}

WorkRef Group::barrier(const c10d::BarrierOptions& options) {
  auto call = agree(Barrier, 0, nullptr).call;
  return explained(GroupRef::reclaim_copy(this), call, ProcessGroupGloo::barrier(options));
}

// Both ends first exchange what they are about to send or take: Gloo ends the process of a receiver whose buffer is too small.
void Group::transfer(at::Tensor tensor, int peer, int tag, bool sending) {
  auto mine = call_of(Barrier, 0, &tensor), theirs = mine;
  std::vector<at::Tensor> out{at::from_blob(&mine, {words}, at::kLong)}, in{at::from_blob(&theirs, {words}, at::kLong)}, all{bytes_of(tensor)};
  auto text = std::string(sending ? "send to rank " : "recv from rank ") + std::to_string(peer);
  try {
    auto asked = control_->send(out, peer, tag), answered = control_->recv(in, peer, tag);
    asked->wait();
    answered->wait();
    if (mine == theirs) (sending ? ProcessGroupGloo::send(all, peer, tag) : ProcessGroupGloo::recv(all, peer, tag))->wait();
  } catch (const std::exception& e) {
    throw std::runtime_error(explain(e.what(), text));
  }
  auto content = [](const Call& call) { return describe(call).substr(std::strlen("barrier of ")); };
  if (!(mine == theirs)) throw std::runtime_error(text + ": this rank has " + content(mine) + ", the other " + content(theirs));
}
#endif
