#pragma once

namespace tbb {

struct task_arena {
  static constexpr int automatic = -1;
  explicit task_arena(int) {}

  template <typename Work>
  auto execute(const Work& work) {
    return work();
  }
};

}  // namespace tbb
