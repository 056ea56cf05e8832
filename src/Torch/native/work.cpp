#ifdef USE_C10D_GLOO
#include "work.h"

namespace {

class ExplainedWork final : public c10d::Work {
 public:
  ExplainedWork(WorkRef work, GroupRef group, std::string call) : work_(std::move(work)), group_(std::move(group)), call_(std::move(call)) {}
  bool isCompleted() override { return work_->isCompleted(); }
  bool isSuccess() const override { return work_->isSuccess(); }
  std::exception_ptr exception() const override { return work_->exception(); }
  std::vector<at::Tensor> result() override { return work_->result(); }

  bool wait(std::chrono::milliseconds timeout) override {
    try {
      return work_->wait(timeout);
    } catch (const std::exception& e) {
      throw std::runtime_error(group_->explain(e.what(), call_));
    }
  }

  c10::intrusive_ptr<c10::ivalue::Future> getFuture() override {
    auto future = work_->getFuture();
    return future->then(
        [group = group_, call = call_](c10::ivalue::Future& done) {
          if (done.hasError()) throw std::runtime_error(group->explain(done.tryRetrieveErrorMessage(), call));
          return done.value();
        },
        future->elementType());
  }

 private:
  WorkRef work_;
  GroupRef group_;
  std::string call_;
};

class DoneWork final : public c10d::Work {
 public:
  explicit DoneWork(const at::Tensor& tensor)
      : c10d::Work(-1, c10d::OpType::ALLREDUCE),
        future_(c10::make_intrusive<c10::ivalue::Future>(c10::ListType::create(c10::TensorType::get()))) {
    future_->markCompleted(c10::IValue(std::vector<at::Tensor>{tensor}));
    finish();
  }
  c10::intrusive_ptr<c10::ivalue::Future> getFuture() override { return future_; }

 private:
  c10::intrusive_ptr<c10::ivalue::Future> future_;
};

}  // namespace

WorkRef explained(GroupRef group, std::string call, WorkRef work) {
  return c10::make_intrusive<ExplainedWork>(std::move(work), std::move(group), std::move(call));
}

WorkRef done(const at::Tensor& tensor) { return c10::make_intrusive<DoneWork>(tensor); }
#endif
