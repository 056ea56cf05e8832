// What collectives give back.
#pragma once
#include "distributed.h"

// A collective under way, whose errors are explained by its group.
WorkRef explained(GroupRef group, std::string call, WorkRef work);

// A collective that was over when it was called.
WorkRef done(const at::Tensor& tensor);
