// Memory that all ranks of one machine see: what they say to one another before a collective, and the numbers that an all-reduce adds up.
//
// Each rank has a segment of its own, which the others map too. Ranks meet by counting: each raises its own counter and waits until the
// counters of all others have come as far. They spin for some microseconds, then sleep in the kernel.
#pragma once
#include <ATen/core/Tensor.h>

#include <atomic>
#include <map>
#include <mutex>
#include <torch/csrc/distributed/c10d/Store.hpp>

class SharedMemory final : public std::enable_shared_from_this<SharedMemory> {
 public:
  using StoreRef = c10::intrusive_ptr<c10d::Store>;
  using Reduction = void (*)(at::Tensor& total, const at::Tensor& other);
  static constexpr int64_t said_bytes = 128;

  // Null where a rank does not want it or cannot map the memory of all others. `processes`: the process number of each rank, all on this machine.
  static std::shared_ptr<SharedMemory> open(
      const StoreRef& store, int rank, const std::vector<int>& processes, std::chrono::milliseconds timeout, bool wanted);
  ~SharedMemory();

  // Waits until all ranks have called this; gives what each has said. Throws when one does not come in time, has ended, or gave up.
  template <class T>
  std::vector<T> exchange(const T& mine) {
    static_assert(sizeof(T) <= said_bytes && std::is_trivially_copyable_v<T>);
    auto turn = turn_++ % 2;  // two places in turn: a fast rank does not overwrite what a slow one still reads
    std::memcpy(segments_[rank_]->said[turn], &mine, sizeof mine);
    meet();
    std::vector<T> all(segments_.size());
    for (size_t r = 0; r < all.size(); r++) std::memcpy(&all[r], segments_[r]->said[turn], sizeof mine);
    return all;
  }

  // Where in this rank's segment a tensor lies, or -1.
  int64_t place_of(const at::Tensor& tensor) const;

  // Reduces contiguous tensors of the same type and size, to the same bits on all ranks. `places`: what place_of said on each.
  void all_reduce(at::Tensor& tensor, const std::vector<int64_t>& places, Reduction reduce);

  // While it lives, tensors that this thread makes lie in the segment, where they are reduced without being copied.
  class Allocating {
   public:
    explicit Allocating(SharedMemory* memory);
    ~Allocating();
  };

 private:
  struct Segment {
    uint64_t token;
    std::atomic<uint32_t> arrived;   // meetings this rank has come to
    std::atomic<uint32_t> sleepers;  // ranks asleep until `arrived` changes
    std::atomic<uint32_t> given_up;
    alignas(64) char said[2][said_bytes];
  };
  friend class SegmentAllocator;

  SharedMemory(int rank, std::vector<int> processes, std::chrono::milliseconds timeout)
      : rank_(rank), processes_(std::move(processes)), timeout_(timeout), segments_(processes_.size()) {}
  bool map(const StoreRef& store, bool wanted);
  void meet();
  void wait_for(int other, uint32_t meeting);
  [[noreturn]] void give_up(const std::string& why);
  char* at(int rank, int64_t place) const { return reinterpret_cast<char*>(segments_[rank]) + place; }
  void all_reduce(const at::Tensor& like, const std::vector<int64_t>& places, int64_t n, Reduction reduce);
  void* take(size_t bytes);
  void give_back(void* block);

  int rank_;
  std::vector<int> processes_;
  std::chrono::milliseconds timeout_;
  std::vector<Segment*> segments_;
  uint32_t meetings_ = 0, turn_ = 0;
  std::mutex blocks_access_;
  std::map<int64_t, int64_t> blocks_;  // places in use, and where each ends
};

// Whether a process of this machine has ended, though its parent may not have noticed.
bool has_ended(int process);
