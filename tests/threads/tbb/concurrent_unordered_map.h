#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <utility>

namespace tbb {

// As the real one: places stay valid, and the values are the caller's own to guard.
template <typename Key, typename Value, typename Hash = std::hash<Key>>
class concurrent_unordered_map {
 public:
  template <typename Like>
  auto find(const Like& key) {
    const std::scoped_lock lock(mutex_);
    return values_.find(key);
  }
  auto insert(std::pair<const Key, Value>&& entry) {
    const std::scoped_lock lock(mutex_);
    return values_.insert(std::move(entry));
  }
  std::size_t size() const { return values_.size(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }

 private:
  std::mutex mutex_;
  std::map<Key, Value, std::less<>> values_;
};

}  // namespace tbb
