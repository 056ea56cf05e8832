// torch.distributed's doors: the store through which ranks find each other, Gloo process groups, collectives, and the reducer that averages
// gradients. Built against a libtorch without Gloo, every door says so.
#include "shim.h"

#ifdef USE_C10D_GLOO
#include <ATen/core/Tensor.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#include <torch/csrc/distributed/c10d/reducer.hpp>

#include "distributed.h"

namespace {

thread_local std::string value_storage;

// What libtorch logs as an error is thrown too; once is enough.
struct Quiet {
#ifdef C10_USE_GLOG
  int level = FLAGS_minloglevel;
  Quiet() { FLAGS_minloglevel = google::GLOG_FATAL; }
  ~Quiet() { FLAGS_minloglevel = level; }
#endif
};

// c10d's store listens on all addresses. When its ranks are all on this machine, nobody else shall reach it.
void listen_on_loopback_only(int port) {
  for (int fd = 3; fd < 4096; fd++) {
    int listening = 0;
    socklen_t length = sizeof listening;
    if (getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listening, &length) != 0 || !listening) continue;
    sockaddr_storage address{};
    length = sizeof address;
    if (getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0) continue;
    auto bound = address.ss_family == AF_INET6  ? reinterpret_cast<sockaddr_in6*>(&address)->sin6_port
                 : address.ss_family == AF_INET ? reinterpret_cast<sockaddr_in*>(&address)->sin_port
                                                : 0;
    if (ntohs(bound) == port) setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3);
  }
}

// Collectives write elements, whatever autograd thinks of it.
std::vector<at::Tensor> plain(const Handle* handles, int n) {
  std::vector<at::Tensor> tensors;
  for (int i = 0; i < n; i++) tensors.push_back(borrow(handles[i]).detach());
  return tensors;
}

WorkRef start(Group& group, int kind, const Handle* many, int n, Handle handle, int op, int root) {
  auto one = plain(&handle, handle ? 1 : 0);
  std::vector<std::vector<at::Tensor>> lists;
  if (n > 0) lists.push_back(plain(many, n));
  auto reduction = static_cast<c10d::ReduceOp::RedOpType>(op);
  switch (kind) {
    case AllReduce: return group.allreduce(one, {reduction});
    case Broadcast: return group.broadcast(one, {root});
    case Reduce: return group.reduce(one, {reduction, root});
    case AllGather: return group.allgather(lists, one, {});
    case Gather: return group.gather(lists, one, {root});
    case Scatter: return group.scatter(one, lists, {root});
    default: return group.barrier({});
  }
}

}  // namespace

API int shim_distributed_available() { return 1; }

API StoreRef* shim_store_open(const char* host, int port, int serve, int loopback, int64_t timeout) {
  return guarded(static_cast<StoreRef*>(nullptr), [&] {
    [[maybe_unused]] Quiet quiet;
    c10d::TCPStoreOptions options;
    options.port = static_cast<std::uint16_t>(port);
    options.isServer = serve != 0;
    options.waitWorkers = false;
    options.timeout = std::chrono::milliseconds(timeout);
    auto store = c10::make_intrusive<c10d::TCPStore>(host, options);
    if (serve && loopback) listen_on_loopback_only(port);
    return new StoreRef(std::move(store));
  });
}

API int shim_store_set(StoreRef* store, const char* key, const char* value) {
  return guarded(-1, [&] { return (*store)->set(key, std::vector<uint8_t>(value, value + std::strlen(value))), 0; });
}

API int64_t shim_store_add(StoreRef* store, const char* key, int64_t amount) {
  return guarded(int64_t(-1), [&] { return (*store)->add(key, amount); });
}

// The value of a key, or an empty text when nobody has set it yet; null on failure.
API const char* shim_store_get(StoreRef* store, const char* key) {
  return guarded(static_cast<const char*>(nullptr), [&] {
    value_storage.clear();
    if ((*store)->check({key})) {
      auto bytes = (*store)->get(key);
      value_storage.assign(bytes.begin(), bytes.end());
    }
    return value_storage.c_str();
  });
}

API void shim_store_close(StoreRef* store) { delete store; }

API GroupRef* shim_group_open(
    StoreRef* store, int rank, int size, const char* device, int is_interface, const int* processes, int64_t timeout, int checked, int share) {
  return guarded(static_cast<GroupRef*>(nullptr), [&] {
    [[maybe_unused]] Quiet quiet;
    auto options = Group::Options::create(std::chrono::milliseconds(timeout));
    options->devices.push_back(is_interface ? Group::createDeviceForInterface(device) : Group::createDeviceForHostname(device));
    options->threads = 2;
    return new GroupRef(
        c10::make_intrusive<Group>(*store, rank, size, options, std::vector<int>(processes, processes + size), checked != 0, share != 0));
  });
}

API void shim_group_close(GroupRef* group) {
  guarded(0, [&] { return delete group, 0; });
}

API WorkRef* shim_collective(GroupRef* group, int kind, const Handle* many, int n, Handle one, int op, int root) {
  return guarded(static_cast<WorkRef*>(nullptr), [&] { return new WorkRef(start(**group, kind, many, n, one, op, root)); });
}

API int shim_transfer(GroupRef* group, Handle tensor, int peer, int tag, int sending) {
  return guarded(-1, [&] { return (*group)->transfer(borrow(tensor).detach(), peer, tag, sending != 0), 0; });
}

API int shim_work_wait(WorkRef* work) {
  return guarded(-1, [&] { return (*work)->wait(), 0; });
}

API int shim_work_completed(WorkRef* work) {
  return guarded(-1, [&] { return (*work)->isCompleted() ? 1 : 0; });
}

API void shim_work_close(WorkRef* work) { delete work; }

// ---- averaging of gradients ------------------------------------------------------------------------------------

// Buckets are filled in the reverse order of the parameters, about the order in which their gradients arrive.
API c10d::Reducer* shim_reducer_open(
    GroupRef* group, const Handle* parameters, int n, int64_t bucket_bytes, int find_unused, int as_views) {
  return guarded(static_cast<c10d::Reducer*>(nullptr), [&] {
    auto tensors = borrow_all(parameters, n);
    std::vector<bool> sparse(n, false);
    std::vector<size_t> limits{static_cast<size_t>(std::min<int64_t>(c10d::kDefaultFirstBucketBytes, bucket_bytes)),
                               static_cast<size_t>(bucket_bytes)};
    auto [indices, sizes] = c10d::compute_bucket_assignment_by_size(tensors, limits, sparse);
    std::reverse(indices.begin(), indices.end());
    std::reverse(sizes.begin(), sizes.end());
    SharedMemory::Allocating buckets((*group)->memory());
    return new c10d::Reducer(tensors, indices, sizes, *group, sparse, bucket_bytes, find_unused != 0, as_views != 0, {},
                             c10d::kDefaultFirstBucketBytes);
  });
}

API int shim_reducer_begin_forward(GroupRef* group, c10d::Reducer* reducer) {
  return guarded(-1, [&] {
    SharedMemory::Allocating buckets((*group)->memory());
    return reducer->prepare_for_forward(), reducer->rebuild_buckets(), 0;
  });
}

API int shim_reducer_begin_backward(c10d::Reducer* reducer, const Handle* outputs, int n) {
  return guarded(-1, [&] { return reducer->prepare_for_backward(borrow_all(outputs, n)), 0; });
}

API void shim_reducer_close(c10d::Reducer* reducer) {
  guarded(0, [&] { return delete reducer, 0; });
}

#else

namespace {
template <class R>
R unavailable(R failure) {
  last_error = "the libtorch in use was built without Gloo (Debian's libtorch-dev with libgloo-dev has it)";
  return failure;
}
void* const no_handle = nullptr;
}  // namespace

API int shim_distributed_available() { return 0; }
API void* shim_store_open(const char*, int, int, int, int64_t) { return unavailable(no_handle); }
API int shim_store_set(void*, const char*, const char*) { return unavailable(-1); }
API int64_t shim_store_add(void*, const char*, int64_t) { return unavailable(int64_t(-1)); }
API const char* shim_store_get(void*, const char*) { return unavailable(static_cast<const char*>(nullptr)); }
API void shim_store_close(void*) {}
API void* shim_group_open(void*, int, int, const char*, int, const int*, int64_t, int, int) { return unavailable(no_handle); }
API void shim_group_close(void*) {}
API void* shim_collective(void*, int, const Handle*, int, Handle, int, int) { return unavailable(no_handle); }
API int shim_transfer(void*, Handle, int, int, int) { return unavailable(-1); }
API int shim_work_wait(void*) { return unavailable(-1); }
API int shim_work_completed(void*) { return unavailable(-1); }
API void shim_work_close(void*) {}
API void* shim_reducer_open(void*, const Handle*, int, int64_t, int, int) { return unavailable(no_handle); }
API int shim_reducer_begin_forward(void*, void*) { return unavailable(-1); }
API int shim_reducer_begin_backward(void*, const Handle*, int) { return unavailable(-1); }
API void shim_reducer_close(void*) {}

#endif
