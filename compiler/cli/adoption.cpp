#include "cli/adoption.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "cli/lenders.h"
#include "cli/mentions.h"
#include "cli/report.h"
#include "cli/since.h"
#include "cli/versions.h"
#include "diag/print.h"
#include "draft/revision.h"
#include "passes/borrowing.h"
#include "passes/check_text.h"
#include "passes/vocabulary.h"
#include "source/change.h"

namespace concord::cli {
namespace {

namespace fs = std::filesystem;

using syntax::Status;

// A text in the folder that says it was adopted at that very meeting.
std::optional<fs::path> adopted_already(const AdoptionOrder& order) {
  if (!fs::exists(order.into)) return std::nullopt;
  std::optional<fs::path> found;
  source::SourceMap sources;
  for (const fs::path& path : source::find_protocols(order.into)) {
    diag::Sink sink;
    const auto document = syntax::parse(sources, sources.load(path), sink);
    if (document.metadata.status != Status::adopted ||
        document.metadata.adopted != order.resolution.adopted)
      continue;
    if (found) return std::nullopt;
    found = path;
  }
  return found;
}

std::optional<fs::path> draft_file(const AdoptionOrder& order) {
  try {
    fs::path path = version_file(order.draft, order.places);
    if (fs::exists(path)) return path;
  } catch (const UsageError&) {
    // no version of that name: it may have been adopted
  }
  return std::nullopt;
}

bool stands_in(const fs::path& file, const fs::path& folder) {
  const fs::path place = fs::weakly_canonical(file);
  const fs::path around = fs::weakly_canonical(folder);
  return std::mismatch(around.begin(), around.end(), place.begin(), place.end()).first ==
         around.end();
}

// Where the texts may stand that clauses were borrowed from.
std::vector<fs::path> places_of_lenders(const AdoptionOrder& order) {
  std::vector<fs::path> places = order.places;
  if (places.empty()) places.emplace_back("protocols");
  places.push_back(order.into);
  return places;
}

// Reads the new text as it will stand, and reports its errors as those of an adopted one: also
// those that only the text before and those of other councils show.
bool is_sound(const AdoptionOrder& order, const Corpus& corpus, const fs::path& file,
              const std::string& text) {
  Corpus adopted;
  adopted.registers = corpus.registers;
  adopted.as_of = corpus.as_of;
  diag::Sink sink;
  const source::FileId id = adopted.sources.add(file.generic_string(), text);
  const passes::Vocabulary vocabulary(adopted.registers);
  auto protocol = passes::check_text(adopted.sources, id, vocabulary, {corpus.as_of}, sink);
  Judging judging = order.judging;
  judging.profile = judging.profile.value_or(diag::Profile::adopt);
  if (!protocol) {
    adopted.findings = diag::judge(sink, policy_of(judging, {}));
    return report_errors(adopted) == Exit::clean;
  }
  const Lenders lenders = read_lenders(*protocol, places_of_lenders(order), adopted.sources);
  passes::check_borrowing(protocol->graph(), lenders.by_name, sink);
  adopted.findings = diag::judge(sink, policy_of(judging, protocol->metadata()));
  adopted.protocols.push_back(*std::move(protocol));
  check_since(adopted, order.since, order.places, judging, lenders.by_name);
  return report_errors(adopted) == Exit::clean;
}

class Adoption {
 public:
  Adoption(AdoptionOrder order, fs::path draft)
      : order_(std::move(order)),
        draft_(std::move(draft)),
        before_(read_version(order_.reading, order_.since, order_.places)),
        after_(read_version(order_.reading, draft_.string(), order_.places)) {}

  Exit run() {
    if (before().metadata().adopted == order_.resolution.adopted) return second_run();
    require_step(before(), order_.since, after(), order_.draft);
    require_later();
    const draft::AdoptedText adopted = adopted_text();
    if (!adopted.obstacles.empty()) return refuse(adopted.obstacles);
    const fs::path now = file_in_force();
    if (!is_sound(order_, after_.corpus, now, adopted.text)) {
      fmt::print(stderr, "{}: left as it is\n", draft_.string());
      return Exit::errors;
    }
    const std::vector<source::FileChange> changes = changes_of(adopted, now);
    const std::vector<Mention> named = mentions_of_clauses();
    std::vector<source::FileChange> all = changes;
    std::ranges::move(mended(named), std::back_inserter(all));
    if (!order_.dry_run) source::change_files(all);
    tell(adopted, changes, named);
    return Exit::clean;
  }

 private:
  const passes::Protocol& before() const { return before_.protocol(); }
  const passes::Protocol& after() const { return after_.protocol(); }

  draft::AdoptedText adopted_text() const {
    const passes::Vocabulary vocabulary(after_.corpus.registers);
    return draft::adopt({after_.corpus.sources, vocabulary, after_.corpus.as_of}, after(),
                        before().metadata(), order_.resolution);
  }

  // The earlier text is that of the meeting: the draft must be what it was made of.
  Exit second_run() const {
    const auto words = [](const passes::Protocol& of) {
      std::vector<std::string> all;
      for (const graph::Clause& each : of.clauses())
        all.push_back(each.key + " " + each.words().text);
      return all;
    };
    if (words(before()) != words(after()))
      throw UsageError(
          fmt::format("\"{}\" was adopted at that meeting already, and \"{}\" has other words",
                      order_.since, order_.draft));
    print(fmt::format("nothing to do: \"{}\" is the text adopted on {}\n", order_.since,
                      order_.resolution.adopted.date.in_words()));
    return Exit::clean;
  }

  void require_later() const {
    const syntax::Date& then = before().metadata().adopted.date;
    if (then.last_day() < order_.resolution.adopted.date.last_day()) return;
    throw UsageError(
        fmt::format("--date is {}, and \"{}\" was adopted on {}: a text is adopted "
                    "after the one that it supersedes",
                    order_.resolution.adopted.date.iso, order_.since, then.iso));
  }

  Exit refuse(const std::vector<draft::Obstacle>& obstacles) const {
    for (const draft::Obstacle& each : obstacles) {
      const source::Position at = after_.corpus.sources.position(each.span.file, each.span.begin);
      fmt::print(stderr, "{}:{}:{}: {}\n", after_.corpus.sources.name(each.span.file), at.line,
                 at.column, diag::printable(each.message));
    }
    fmt::print(stderr, "{}: left as it is\n", draft_.string());
    return Exit::errors;
  }

  std::string_view text_of(const Version& version) const {
    return version.corpus.sources.text(version.protocol().graph().file);
  }

  // Where the text in force stands: where the one before it stood, if that is in the folder.
  fs::path file_in_force() const {
    fs::path old = version_file(order_.since, order_.places);
    if (fs::exists(old) && stands_in(old, order_.into) && !stands_in(old, order_.into / "earlier"))
      return old;
    fs::path own = order_.into / (after().metadata().id + ".md");
    if (fs::exists(own) && !fs::equivalent(own, draft_))
      throw UsageError(
          fmt::format("\"{}\" is there already and is not \"{}\"; name it with "
                      "--since, or another folder with --into",
                      own.string(), order_.since));
    return own;
  }

  fs::path file_of_earlier() const {
    return order_.into / "earlier" /
           fmt::format("{}-{}.md", after().metadata().id, before().metadata().adopted.date.iso);
  }

  // The earlier text first: at no moment is there a text less than before.
  std::vector<source::FileChange> changes_of(const draft::AdoptedText& adopted,
                                             const fs::path& now) const {
    const fs::path earlier = file_of_earlier();
    std::string old = draft::superseded(text_of(before_));
    if (fs::exists(earlier) && source::read_if_present(earlier) != old)
      throw UsageError(fmt::format("\"{}\" is there already, with another text", earlier.string()));
    std::vector<source::FileChange> all;
    all.push_back({earlier, std::move(old)});
    all.push_back({now, adopted.text});
    const bool is_in_place = fs::exists(now) && fs::equivalent(now, draft_);
    if (!is_in_place && stands_in(draft_, order_.into)) all.push_back({draft_, std::nullopt});
    return all;
  }

  void tell(const draft::AdoptedText& adopted, const std::vector<source::FileChange>& changes,
            const std::vector<Mention>& named) const {
    for (const std::string& each : adopted.notes)
      print(fmt::format("drafting note taken out: {}\n", diag::printable(each)));
    for (const std::string& each : adopted.reasons)
      print(fmt::format("reason taken out: {}\n", diag::printable(each)));
    if (adopted.origin) print("source and repairs taken out: they belong to the earlier text\n");
    if (adopted.numbers > 0)
      print(fmt::format("{} automatic number{} written out\n", adopted.numbers,
                        adopted.numbers == 1 ? "" : "s"));
    const std::string_view would = order_.dry_run ? "would be " : "";
    for (const source::FileChange& each : changes)
      print(fmt::format("{}: {}{}\n", each.path.generic_string(), would, what_of(each, changes)));
    for (const Mention& each : named)
      print(line_of(each, order_.dry_run ? Mending::planned : Mending::done));
    if (!stands_in(draft_, order_.into))
      print(fmt::format("{}: left as it is, outside \"{}\"\n", draft_.string(),
                        order_.into.string()));
  }

  // Of clauses that the register and other texts in the folder name by what they were called.
  std::vector<Mention> mentions_of_clauses() const {
    const draft::Revision revision = draft::revise(before(), after(), after_.corpus.registers);
    const auto heirs = [&](graph::ClauseId id) {
      std::vector<const graph::Clause*> all;
      for (const graph::ClauseId each : revision.successors(id)) all.push_back(&after()[each]);
      return all;
    };
    return mentions(order_.into, after().metadata().id, moved_names(before(), heirs));
  }

  static std::string_view what_of(const source::FileChange& change,
                                  const std::vector<source::FileChange>& changes) {
    if (!change.bytes) return "removed, being the text in force now";
    return &change == &changes.front() ? "written, superseded" : "written, in force";
  }

  AdoptionOrder order_;
  fs::path draft_;
  Version before_;
  Version after_;
};

}  // namespace

void require_step(const passes::Protocol& before, const std::string& before_name,
                  const passes::Protocol& after, const std::string& after_name) {
  remark(require_one_protocol(before, after));
  const bool is_draft = after.metadata().status == Status::draft;
  if (is_draft && before.metadata().status == Status::draft)
    throw UsageError(
        fmt::format("\"{}\" and \"{}\" are both drafts; name the text in force with --since",
                    before_name, after_name));
  if (!is_draft)
    throw UsageError(fmt::format("\"{}\" says \"status: {}\"; only a draft can be adopted",
                                 after_name, syntax::name_of(after.metadata().status)));
  if (!before.metadata().adopted.date.present())
    throw UsageError(
        fmt::format("\"{}\" does not say when it was adopted; give it \"adopted: {{date: "
                    "2023-05-15, body: Council}}\"",
                    before_name));
}

Exit put_in_force(AdoptionOrder order) {
  const std::optional<fs::path> draft = draft_file(order);
  if (draft) return Adoption(std::move(order), *draft).run();
  const auto known = adopted_already(order);
  if (!known) throw UsageError(fmt::format("there is no file \"{}\"", order.draft));
  print(fmt::format("nothing to do: \"{}\" is the text adopted on {}\n", known->string(),
                    order.resolution.adopted.date.in_words()));
  return Exit::clean;
}

}  // namespace concord::cli
