// What was made before, by what it was made from: a program that builds again and again makes anew
// only what it is made from changed.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace concord::source {

// Safe to use from several threads.
template <typename Value>
class Remembered {
 public:
  // What was made from that, in this round or the one before; else it is made now. `from` names all
  // that `make` reads, as a digest of it does: then nobody can tell whether anything was
  // remembered.
  template <typename Make>
  Value of(const std::string& from, const Make& make) {
    if (std::optional<Value> known = find(from)) return *std::move(known);
    Value made = make();
    const std::scoped_lock lock(mutex_);
    return now_.try_emplace(from, std::move(made)).first->second;
  }

  // What nobody asked for since the last call is forgotten.
  void begin_round() {
    const std::scoped_lock lock(mutex_);
    before_ = std::exchange(now_, {});
  }

 private:
  std::optional<Value> find(const std::string& from) {
    const std::scoped_lock lock(mutex_);
    if (auto node = before_.extract(from)) now_.insert(std::move(node));
    const auto known = now_.find(from);
    if (known == now_.end()) return std::nullopt;
    return known->second;
  }

  std::mutex mutex_;
  std::map<std::string, Value> before_;
  std::map<std::string, Value> now_;
};

// The same where there may be nothing to remember it in; `from` makes the name.
template <typename Value, typename From, typename Make>
Value remembered(Remembered<Value>* memory, const From& from, const Make& make) {
  return memory == nullptr ? make() : memory->of(from(), make);
}

}  // namespace concord::source
