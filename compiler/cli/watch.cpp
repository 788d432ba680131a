#include "cli/watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "cli/report.h"
#include "cli/sources.h"

namespace concord::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds between_looks{10};
constexpr milliseconds settling{15};
// Some editors save by removing the file and writing another.
constexpr milliseconds settling_of_removals{150};
// A look takes no more than one part in so many of the time: folders of ten thousand texts, too.
constexpr int most_looking = 20;
constexpr std::size_t most_names = 10;

source::Snapshot look(const Reading& reading) {
  return source::snapshot(files_of(reading));
}

void pause_after(std::chrono::steady_clock::duration look, milliseconds least) {
  std::this_thread::sleep_for(
      std::max<std::chrono::steady_clock::duration>(least, look * most_looking));
}

// A look, and the pause that it is worth.
source::Snapshot look_and_pause(const Reading& reading, milliseconds least) {
  const auto start = std::chrono::steady_clock::now();
  source::Snapshot now = look(reading);
  pause_after(std::chrono::steady_clock::now() - start, least);
  return now;
}

// What is there once nothing moves any more.
source::Snapshot settled(const Reading& reading, const source::Snapshot& seen,
                         source::Snapshot now) {
  while (true) {
    const bool removed = !source::changes(seen, now).removed.empty();
    std::this_thread::sleep_for(removed ? settling_of_removals : settling);
    source::Snapshot next = look(reading);
    if (next == now) return now;
    now = std::move(next);
  }
}

void add_names(const std::vector<std::filesystem::path>& paths, std::string_view what,
               std::vector<std::string>& names) {
  for (const std::filesystem::path& path : paths)
    names.push_back(fmt::format("{} {}", path.generic_string(), what));
}

}  // namespace

Watch::Watch(const Reading& reading) : reading_(reading) {
  reading_.paths = paths_of(reading);
  seen_ = look(reading_);
}

source::SnapshotChanges Watch::wait() {
  while (true) {
    source::Snapshot now = look_and_pause(reading_, between_looks);
    if (now == seen_) continue;
    now = settled(reading_, seen_, std::move(now));
    source::SnapshotChanges found = source::changes(seen_, now);
    seen_ = std::move(now);
    if (!found.none()) return found;
  }
}

std::string words_of(const source::SnapshotChanges& changes) {
  std::vector<std::string> names;
  add_names(changes.changed, "changed", names);
  add_names(changes.added, "is new", names);
  add_names(changes.removed, "is gone", names);
  return first_of(names, most_names);
}

}  // namespace concord::cli
