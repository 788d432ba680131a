#pragma once

namespace tbb::info {

inline int default_concurrency() {
  return 4;
}

}  // namespace tbb::info
