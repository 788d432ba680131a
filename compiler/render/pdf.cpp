#include "render/pdf.h"

#include <fmt/format.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <utility>

#include "render/model_json.h"
#include "render/pdf_stamp.h"
#include "source/digest.h"
#include "source/process.h"

namespace concord::render {
namespace {

using source::ProcessEnd;
using source::ProcessInput;

using nlohmann::json;

// The exit statuses by which typeset.mjs says that a package is missing, and that Node is too old.
constexpr int package_missing = 3;
constexpr int node_too_old = 4;

constexpr std::string_view how_to_get_it =
    "install Node.js 18 or later (\"apt install nodejs npm\") and run \"npm install --no-save\" in "
    "templates/pdf";

bool is_for_pdf(const std::string& path) {
  return path.starts_with("pdf/") || path == words_file;
}

// The lines of the order (typeset.mjs says what they look like): the first, and one a job.
std::string first_line(const Templates& templates, unsigned workers) {
  json order = {{"workers", workers}, {"templates", json::object()}};
  for (const auto& [path, bytes] : templates.files) {
    const bool is_read = path.ends_with(".typ") || path == words_file;
    if (is_for_pdf(path) && is_read) order["templates"][path] = bytes;
  }
  return order.dump() + '\n';
}

std::string line_of(const PdfJob& job) {
  return json({{"template", job.layout}, {"data", job.data}, {"typefaces", job.families}}).dump() +
         '\n';
}

std::vector<PdfPlace> places_of(const json& frame) {
  std::vector<PdfPlace> places;
  for (const json& place : frame.at("places")) {
    places.push_back({place.at(0).get<std::string>(), place.at(1).get<std::size_t>(),
                      place.at(2).get<double>(), place.at(3).get<double>()});
  }
  return places;
}

PdfResult result_of(const json& frame, std::string_view bytes) {
  PdfResult result;
  for (const json& message : frame.at("messages")) {
    const json& clause = message.at("clause");
    result.messages.push_back(
        {message.at("text").get<std::string>(), clause.is_null() ? "" : clause.get<std::string>()});
  }
  if (bytes.empty()) {
    result.state = PdfState::refused;
    return result;
  }
  try {
    result.bytes = stamp(bytes, places_of(frame));
    result.state = PdfState::made;
  } catch (const std::runtime_error& error) {
    result.messages = {{fmt::format("the typesetter's PDF cannot be read: {}", error.what())}};
  }
  return result;
}

using Answers = std::map<std::size_t, PdfResult>;  // by job

// Takes one frame (typeset.mjs says what it looks like) off the front; false where there is not a
// whole one.
bool take_frame(std::string& output, Answers& answers) {
  const std::size_t line_end = output.find('\n');
  if (line_end == std::string::npos) return false;
  const json frame =
      json::parse(output.begin(), output.begin() + static_cast<std::ptrdiff_t>(line_end));
  const auto size = frame.at("bytes").get<std::size_t>();
  const std::string_view rest = std::string_view(output).substr(line_end + 1);
  if (rest.size() < size) return false;
  answers[frame.at("job").get<std::size_t>()] = result_of(frame, rest.substr(0, size));
  output.erase(0, line_end + 1 + size);
  return true;
}

bool is_missing(const ProcessEnd& end) {
  return end.how == ProcessEnd::How::not_found ||
         (end.how == ProcessEnd::How::exited &&
          (end.code == package_missing || end.code == node_too_old));
}

// Typst takes about a second for 400 kB of data; a machine with much else to do, a multiple of
// that.
constexpr std::size_t bytes_a_millisecond = 20;

std::chrono::milliseconds patience(std::size_t bytes, const Typesetter& typesetter) {
  return typesetter.longest_silence + std::chrono::milliseconds(bytes / bytes_a_millisecond);
}

std::string why(const ProcessEnd& end, const Typesetter& typesetter) {
  using How = ProcessEnd::How;
  const std::string first_line = end.errors.substr(0, end.errors.find('\n'));
  switch (end.how) {
    case How::not_found:
      return fmt::format("no program \"{}\" to typeset with: {}", typesetter.node, how_to_get_it);
    case How::silent:
      return fmt::format("the typesetter did not respond for {:.1f} s and was stopped",
                         std::chrono::duration<double>(end.longest_silence).count());
    case How::killed:
      return fmt::format("the typesetter was killed by signal {}", end.code);
    case How::exited:
      break;
  }
  if (end.code == package_missing)
    return fmt::format("the typesetter's packages are missing: {} ({})", how_to_get_it, first_line);
  if (end.code == node_too_old)
    return fmt::format("Node.js {} is too old for the typesetter: {}", first_line, how_to_get_it);
  return fmt::format("the typesetter ended with status {} and without this document: {}", end.code,
                     first_line);
}

}  // namespace

PdfJob protocol_pdf(const view::Page& protocol) {
  return {"pdf/protocol.typ", json_for_paper(protocol)};
}

PdfJob matrix_pdf(const view::MatrixList& matrix, const view::Narrowing& narrowing) {
  return {"pdf/matrix.typ", json_for_paper(matrix, narrowing)};
}

PdfJob stamped(PdfJob job, const std::string& made) {
  nlohmann::json words = made;
  if (!made.empty() && job.data.ends_with('}'))
    job.data.insert(
        job.data.size() - 1,
        ",\"made\":" + words.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  return job;
}

PdfJob peers_pdf(const view::Peers& peers) {
  return {"pdf/peers.typ", json_for_paper(peers)};
}

PdfJob redline_pdf(const view::Redline& redline) {
  return {"pdf/redline.typ", json_for_paper(redline)};
}

std::string pdf_key(const PdfJob& job, const Templates& templates) {
  std::vector<std::string_view> all = {job.layout, job.data, job.families_digest};
  for (const auto& [path, bytes] : templates.files) {
    if (is_for_pdf(path)) all.insert(all.end(), {path, bytes});
  }
  return source::digest(all);
}

class Typesetting::Work {
 public:
  Work(const Templates& templates, Typesetter typesetter)
      : templates_(templates), typesetter_(std::move(typesetter)) {}

  ~Work() {
    if (!outcome_.valid()) return;
    close(State::given_up);
    outcome_.wait();
  }
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  void add(const PdfJob& job) {
    if (count_++ == 0) {
      waiting_.push_back({first_line(templates_, typesetter_.workers), patience(0, typesetter_)});
      outcome_ = std::async(std::launch::async, [this] { return run(); });
    }
    const std::lock_guard lock(guard_);
    waiting_.push_back({line_of(job), patience(job.data.size(), typesetter_)});
    changed_.notify_one();
  }

  std::vector<PdfResult> finish() {
    if (count_ == 0) return {};
    close(State::complete);
    Outcome outcome = outcome_.get();
    if (!outcome.answers.empty() && outcome.answers.rbegin()->first >= count_) {
      outcome.none.messages = {{"the typesetter returned an unexpected document"}};
    }
    std::vector<PdfResult> results(count_, outcome.none);
    for (auto& [job, answer] : outcome.answers) {
      if (job < count_) results[job] = std::move(answer);
    }
    return results;
  }

  const std::atomic<std::size_t>& done() const { return done_; }

 private:
  enum class State { open, complete, given_up };

  struct Outcome {
    Answers answers;
    PdfResult none;  // what the others have for an answer
  };

  void close(State state) {
    const std::lock_guard lock(guard_);
    state_ = state;
    changed_.notify_one();
  }

  std::optional<ProcessInput> next() {
    std::unique_lock lock(guard_);
    changed_.wait(lock, [this] { return !waiting_.empty() || state_ != State::open; });
    if (state_ == State::given_up) throw std::runtime_error("given up");
    if (waiting_.empty()) return std::nullopt;
    ProcessInput input = std::move(waiting_.front());
    waiting_.pop_front();
    return input;
  }

  Outcome run() {
    Outcome outcome;
    // A document is stamped while Typst is at the next one.
    const auto listener = [&](std::string& output) {
      while (take_frame(output, outcome.answers)) done_ = outcome.answers.size();
    };
    try {
      const ProcessEnd end = source::run_process(
          {typesetter_.node, (typesetter_.folder / "typeset.mjs").string()},
          [this] { return next(); }, listener);
      outcome.none = {is_missing(end) ? PdfState::unavailable : PdfState::broken,
                      {},
                      {{why(end, typesetter_)}}};
    } catch (const json::exception& error) {
      outcome.none.messages = {
          {fmt::format("the typesetter's answer cannot be read: {}", error.what())}};
    }
    return outcome;
  }

  const Templates& templates_;
  const Typesetter typesetter_;
  std::size_t count_ = 0;  // of jobs
  std::atomic<std::size_t> done_ = 0;
  std::mutex guard_;  // of all below but the outcome
  std::condition_variable changed_;
  std::deque<ProcessInput> waiting_;
  State state_ = State::open;
  std::future<Outcome> outcome_;
};

Typesetting::Typesetting(const Templates& templates, Typesetter typesetter)
    : work_(std::make_unique<Work>(templates, std::move(typesetter))) {}

Typesetting::~Typesetting() = default;

void Typesetting::add(const PdfJob& job) {
  work_->add(job);
}

const std::atomic<std::size_t>& Typesetting::done() const {
  return work_->done();
}

std::vector<PdfResult> Typesetting::finish() {
  return work_->finish();
}

}  // namespace concord::render
