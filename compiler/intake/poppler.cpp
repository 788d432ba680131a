#include "intake/poppler.h"

#include <fmt/format.h>

#include <optional>

#include "diag/messages.h"
#include "intake/unreadable.h"

namespace concord::intake {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_output = 256u << 20u;

[[noreturn]] void refuse_time(std::chrono::seconds longest) {
  throw Unreadable(diag::Code::IMP004, fmt::format(diag::IMP004::pdf_time, longest.count()));
}

}  // namespace

source::ProcessEnd run_poppler(const std::vector<std::string>& command, const std::string& bytes,
                               std::chrono::seconds longest, const LineListener& listen) {
  const Clock::time_point begin = Clock::now();
  bool fed = false;
  const auto input = [&]() -> std::optional<source::ProcessInput> {
    if (fed) return std::nullopt;
    fed = true;
    return source::ProcessInput{bytes, longest};
  };
  std::size_t seen = 0;
  const auto hear = [&](std::string& output) {
    std::size_t at = 0;
    for (std::size_t end = output.find('\n'); end != std::string::npos;
         end = output.find('\n', at)) {
      listen(std::string_view(output).substr(at, end - at));
      at = end + 1;
    }
    seen += at;
    output.erase(0, at);
    if (seen > most_output || output.size() > most_output)
      throw Unreadable(diag::Code::IMP004, diag::IMP004::pdf_size);
    if (Clock::now() - begin > longest) refuse_time(longest);
  };
  source::ProcessEnd end = source::run_process(command, input, hear);
  if (end.how == source::ProcessEnd::How::silent) refuse_time(longest);
  return end;
}

}  // namespace concord::intake
