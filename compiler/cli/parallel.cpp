#include "cli/parallel.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

namespace concord::cli {

void at_once(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& body) {
  const auto all = [&] { tbb::parallel_for(std::size_t{0}, count, body); };
  jobs == 0 ? all() : tbb::task_arena(static_cast<int>(jobs)).execute(all);
}

}  // namespace concord::cli
