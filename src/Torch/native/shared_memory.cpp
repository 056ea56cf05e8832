#ifdef USE_C10D_GLOO
#include "shared_memory.h"

#include <ATen/ops/from_blob.h>
#include <c10/core/CPUAllocator.h>
#include <emmintrin.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <fstream>
#include <random>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

// Pages that nobody touches take no memory, so a segment can be large.
constexpr int64_t page = 4096, stage = page, stage_bytes = 4 << 20, arena = stage + stage_bytes, segment_bytes = int64_t(4) << 30;
constexpr int spins = 5000;  // about 50 microseconds: ranks with the same work come within that of each other

void sleep_while(std::atomic<uint32_t>& word, uint32_t value, std::chrono::milliseconds limit) {
  timespec time{limit.count() / 1000, limit.count() % 1000 * 1000000};
  syscall(SYS_futex, &word, FUTEX_WAIT, value, &time, nullptr, 0);
}

void wake_all(std::atomic<uint32_t>& word) { syscall(SYS_futex, &word, FUTEX_WAKE, INT32_MAX, nullptr, nullptr, 0); }

std::string key_of(int rank) { return "segment/" + std::to_string(rank); }

void* map_whole(int file) {
  auto memory = mmap(nullptr, segment_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_NORESERVE, file, 0);
  return memory == MAP_FAILED ? nullptr : memory;
}

}  // namespace

bool has_ended(int process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string line;
  if (!std::getline(file, line)) return true;
  auto name_end = line.rfind(')');
  auto state = name_end == std::string::npos ? ' ' : line[std::min(name_end + 2, line.size() - 1)];
  return state == 'Z' || state == 'X';
}

std::shared_ptr<SharedMemory> SharedMemory::open(
    const StoreRef& store, int rank, const std::vector<int>& processes, std::chrono::milliseconds timeout, bool wanted) {
  std::shared_ptr<SharedMemory> memory(new SharedMemory(rank, processes, timeout));
  return memory->map(store, wanted) ? memory : nullptr;
}

// Every rank writes where its segment is found, then "yes" or "no" after it has tried those of the others; all have to say yes.
bool SharedMemory::map(const StoreRef& store, bool wanted) {
  auto write = [&](const std::string& key, const std::string& text) { store->set(key, std::vector<uint8_t>(text.begin(), text.end())); };
  auto read = [&](const std::string& key) {
    auto bytes = store->get(key);
    return std::string(bytes.begin(), bytes.end());
  };
  rlimit limit{};
  auto allowed = wanted && getrlimit(RLIMIT_FSIZE, &limit) == 0 && (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > segment_bytes);
  auto file = allowed ? memfd_create("torch ranks", MFD_CLOEXEC) : -1;
  if (file >= 0 && ftruncate(file, segment_bytes) == 0) segments_[rank_] = static_cast<Segment*>(map_whole(file));
  auto token = uint64_t(std::random_device()()) << 32 | std::random_device()();
  if (segments_[rank_]) segments_[rank_]->token = token;
  write(key_of(rank_), std::to_string(file) + " " + std::to_string(token));

  auto all_mapped = segments_[rank_] != nullptr;
  for (int r = 0; r < int(processes_.size()); r++) {
    if (r == rank_) continue;
    std::istringstream text(read(key_of(r)));
    int theirs = -1;
    uint64_t expected = 0;
    text >> theirs >> expected;
    auto opened = ::open(("/proc/" + std::to_string(processes_[r]) + "/fd/" + std::to_string(theirs)).c_str(), O_RDWR | O_CLOEXEC);
    auto size = opened >= 0 ? lseek(opened, 0, SEEK_END) : 0;
    if (size == segment_bytes) segments_[r] = static_cast<Segment*>(map_whole(opened));
    if (opened >= 0) close(opened);
    all_mapped = all_mapped && segments_[r] && segments_[r]->token == expected;
  }
  write(key_of(rank_) + "/mapped", all_mapped ? "yes" : "no");
  for (int r = 0; r < int(processes_.size()); r++) all_mapped = read(key_of(r) + "/mapped") == "yes" && all_mapped;
  if (file >= 0) close(file);
  return all_mapped;
}

SharedMemory::~SharedMemory() {
  for (auto segment : segments_)
    if (segment) munmap(segment, segment_bytes);
}

void SharedMemory::meet() {
  for (auto segment : segments_)
    if (segment->given_up) give_up("a rank gave up an earlier call");
  auto& mine = *segments_[rank_];
  mine.arrived = ++meetings_;
  if (mine.sleepers) wake_all(mine.arrived);
  for (int r = 0; r < int(segments_.size()); r++)
    if (r != rank_) wait_for(r, meetings_);
}

void SharedMemory::wait_for(int other, uint32_t meeting) {
  auto& segment = *segments_[other];
  auto late = [&](uint32_t arrived) { return int32_t(arrived - meeting) < 0; };
  for (int i = 0; i < spins; i++) {
    if (!late(segment.arrived)) return;
    _mm_pause();
  }
  auto deadline = Clock::now() + timeout_;
  while (true) {
    segment.sleepers++;
    auto arrived = segment.arrived.load();
    if (late(arrived)) sleep_while(segment.arrived, arrived, 50ms);
    segment.sleepers--;
    if (!late(segment.arrived)) return;
    if (segment.given_up) give_up("a rank gave up this call");
    if (has_ended(processes_[other])) give_up("a rank has ended");
    if (Clock::now() > deadline) give_up("timed out after " + std::to_string(timeout_.count()) + " ms");
  }
}

// Ranks that have lost count of their meetings cannot find together again, so all of them fail from now on.
void SharedMemory::give_up(const std::string& why) {
  segments_[rank_]->given_up = 1;
  throw std::runtime_error(why);
}

int64_t SharedMemory::place_of(const at::Tensor& tensor) const {
  auto place = static_cast<const char*>(tensor.data_ptr()) - reinterpret_cast<const char*>(segments_[rank_]);
  return place >= arena && place < segment_bytes ? place : -1;
}

void SharedMemory::all_reduce(at::Tensor& tensor, const std::vector<int64_t>& places, Reduction reduce) {
  if (std::all_of(places.begin(), places.end(), [](auto place) { return place >= 0; })) return all_reduce(tensor, places, tensor.numel(), reduce);
  std::vector<int64_t> staged(segments_.size(), stage);
  auto data = static_cast<char*>(tensor.data_ptr());
  int64_t item = tensor.element_size(), most = stage_bytes / item;
  for (int64_t start = 0; start < tensor.numel(); start += most) {
    auto n = std::min(most, tensor.numel() - start);
    std::memcpy(at(rank_, stage), data + start * item, n * item);
    meet();
    all_reduce(tensor, staged, n, reduce);
    std::memcpy(data + start * item, at(rank_, stage), n * item);
  }
}

// Each rank reduces one share of the elements and then fetches the others, so all have the same bits.
void SharedMemory::all_reduce(const at::Tensor& like, const std::vector<int64_t>& places, int64_t n, Reduction reduce) {
  int64_t size = segments_.size(), item = like.element_size(), line = 64 / item;
  auto start_of = [&](int64_t share) { return std::min(n, (n * share / size + line - 1) / line * line); };
  auto share_of = [&](int share, int rank) {
    return at::from_blob(at(rank, places[rank]) + start_of(share) * item, {start_of(share + 1) - start_of(share)}, like.options());
  };
  auto mine = share_of(rank_, rank_);
  for (int r = 0; r < size; r++)
    if (r != rank_) reduce(mine, share_of(rank_, r));
  meet();
  for (int r = 0; r < size; r++)
    if (r != rank_) share_of(r, rank_).copy_(share_of(r, r));
  meet();  // until all have fetched, nobody may change its share
}

// ---- tensors in the segment --------------------------------------------------------------------------------------

namespace {
thread_local SharedMemory* allocating = nullptr;
}

// libtorch's allocator, but for threads that ask for tensors in shared memory.
class SegmentAllocator final : public c10::Allocator {
 public:
  static void install() {
    static SegmentAllocator instance(c10::GetCPUAllocator());
    static auto once = (c10::SetCPUAllocator(&instance, 1), true);
    (void)once;
  }

  c10::DataPtr allocate(size_t bytes) const override {
    auto block = allocating && bytes > 0 ? allocating->take(bytes) : nullptr;
    if (!block) return usual_->allocate(bytes);
    return {block, new Block{allocating->shared_from_this(), block}, &release, c10::kCPU};
  }

  c10::DeleterFnPtr raw_deleter() const override { return usual_->raw_deleter(); }

 private:
  struct Block {
    std::shared_ptr<SharedMemory> memory;
    void* start;
  };

  explicit SegmentAllocator(c10::Allocator* usual) : usual_(usual) {}

  static void release(void* context) {
    std::unique_ptr<Block> block(static_cast<Block*>(context));
    block->memory->give_back(block->start);
  }

  c10::Allocator* usual_;
};

SharedMemory::Allocating::Allocating(SharedMemory* memory) {
  if (memory) SegmentAllocator::install();
  allocating = memory;
}

SharedMemory::Allocating::~Allocating() { allocating = nullptr; }

// The first gap that is large enough, in whole pages; null if there is none.
void* SharedMemory::take(size_t bytes) {
  std::lock_guard<std::mutex> lock(blocks_access_);
  auto size = (int64_t(bytes) + page - 1) / page * page;
  auto place = arena;
  for (auto [start, end] : blocks_) {
    if (start - place >= size) break;
    place = end;
  }
  if (segment_bytes - place < size) return nullptr;
  blocks_[place] = place + size;
  return at(rank_, place);
}

void SharedMemory::give_back(void* block) {
  std::lock_guard<std::mutex> lock(blocks_access_);
  auto used = blocks_.find(static_cast<char*>(block) - reinterpret_cast<char*>(segments_[rank_]));
  madvise(block, used->second - used->first, MADV_REMOVE);
  blocks_.erase(used);
}
#endif
