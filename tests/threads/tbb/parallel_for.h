// Stands for oneTBB under ThreadSanitizer, which does not see how the threads of a library that was
// built without it wait for one another, and takes every hand-over for a race. Here the work is
// done by threads that it does see, started and joined anew for each loop: what the bodies share
// without care, it finds.
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tbb {

template <typename Index, typename Body>
void parallel_for(Index begin, Index end, const Body& body) {
  constexpr std::ptrdiff_t most_threads = 4;
  std::atomic<Index> next = begin;
  std::mutex mutex;
  std::exception_ptr thrown;
  const auto work = [&] {
    try {
      // Relaxed: that one thread took an index before another is no excuse for what they share.
      for (Index i = next.fetch_add(1, std::memory_order_relaxed); i < end;
           i = next.fetch_add(1, std::memory_order_relaxed)) {
        body(i);
      }
    } catch (...) {
      const std::scoped_lock lock(mutex);
      thrown = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  const auto count = std::min(most_threads, static_cast<std::ptrdiff_t>(end - begin));
  for (std::ptrdiff_t i = 0; i < count; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace tbb
