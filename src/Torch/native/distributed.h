// A Gloo process group that cannot be brought down by ranks that disagree.
//
// Gloo matches collectives by their order alone. Ranks that call different ones, or the same one with other shapes, read past each
// other's messages and end the process. So before each collective the ranks tell one another what they are about to do, over connections of
// their own: if they agree the collective runs, else all of them get the same error and the group stays usable. Errors say which rank is missing
// or has ended, as far as this rank can tell.
//
// Ranks on one machine tell it in shared memory, and reduce there too: Gloo over loopback takes many times as long.
#pragma once
#include "shared_memory.h"

#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>

enum Collective : int { AllReduce, Broadcast, Reduce, AllGather, Gather, Scatter, Barrier };

using StoreRef = c10::intrusive_ptr<c10d::Store>;
using WorkRef = c10::intrusive_ptr<c10d::Work>;

class Group final : public c10d::ProcessGroupGloo {
 public:
  // `processes`: for each rank its process number if it runs on this machine, else 0.
  Group(StoreRef store, int rank, int size, c10::intrusive_ptr<Options> options, std::vector<int> processes, bool checked, bool share);

  WorkRef allreduce(std::vector<at::Tensor>& tensors, const c10d::AllreduceOptions& options) override;
  WorkRef broadcast(std::vector<at::Tensor>& tensors, const c10d::BroadcastOptions& options) override;
  WorkRef reduce(std::vector<at::Tensor>& tensors, const c10d::ReduceOptions& options) override;
  WorkRef allgather(std::vector<std::vector<at::Tensor>>& outputs, std::vector<at::Tensor>& inputs, const c10d::AllgatherOptions& options) override;
  WorkRef gather(std::vector<std::vector<at::Tensor>>& outputs, std::vector<at::Tensor>& inputs, const c10d::GatherOptions& options) override;
  WorkRef scatter(std::vector<at::Tensor>& outputs, std::vector<std::vector<at::Tensor>>& inputs, const c10d::ScatterOptions& options) override;
  WorkRef barrier(const c10d::BarrierOptions& options) override;
  void transfer(at::Tensor tensor, int peer, int tag, bool sending);

  // Null where the ranks are on several machines.
  SharedMemory* memory() const { return memory_.get(); }

  // The text of an error in `call`: what is known of the other ranks, then Gloo's own words.
  std::string explain(const std::string& error, const std::string& call);

 private:
  struct Agreement {
    std::string call;
    std::vector<int64_t> places;  // of the tensor in the segment of each rank, or -1
  };
  Agreement agree(Collective kind, int64_t argument, const at::Tensor* tensor);
  WorkRef reduce_in_memory(
      const std::string& call, const std::vector<int64_t>& places, const at::Tensor& tensor, SharedMemory::Reduction reduction);
  std::string ended() const;
  std::string absent(const std::string& call);

  StoreRef store_of_ranks_;
  c10::intrusive_ptr<c10d::ProcessGroupGloo> control_;
  std::shared_ptr<SharedMemory> memory_;
  std::vector<int> processes_;
  bool checked_;
  int64_t calls_ = 0;
};

using GroupRef = c10::intrusive_ptr<Group>;
