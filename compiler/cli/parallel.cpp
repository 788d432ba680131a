#include "cli/parallel.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

namespace concord::cli {

void at_once(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& body) {
  const std::size_t most =
      jobs != 0 ? jobs : static_cast<std::size_t>(tbb::info::default_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, most);
  tbb::parallel_for(std::size_t{0}, count, body);
}

}  // namespace concord::cli
