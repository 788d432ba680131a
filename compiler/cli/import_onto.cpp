#include "cli/import_onto.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <vector>

#include "cli/import_lists.h"
#include "cli/pipeline.h"
#include "cli/redline_text.h"
#include "cli/rewrite.h"
#include "cli/share.h"
#include "cli/terminal.h"
#include "cli/versions.h"
#include "diag/messages.h"
#include "diag/print.h"
#include "draft/onto.h"
#include "draft/revision.h"
#include "intake/read.h"
#include "passes/check_text.h"
#include "passes/vocabulary.h"
#include "render/docx.h"
#include "source/files.h"
#include "view/redline.h"
#include "view/view.h"

namespace concord::cli {
namespace {

// With fewer of its clauses in the Word file, that is of another text.
constexpr double least_recognised = 0.5;

Exit refuse(const Onto& onto, diag::Code code, std::string_view reason) {
  fmt::print(stderr, "{}: error[{}]: {}\n", onto.document.string(), diag::info(code).name, reason);
  return Exit::errors;
}

// Says how many tracked changes are taken in, or not.
void tell_changes(const Onto& onto, const std::string& bytes, const syntax::ImportLists& lists) {
  const intake::Outcome undecided = intake::read(bytes, intake::Changes::ask, lists);
  const auto* refusal = std::get_if<intake::Refusal>(&undecided);
  if (refusal == nullptr || refusal->code != diag::Code::IMP007) return;
  const std::string count = refusal->reason.substr(0, refusal->reason.find(';'));
  print(fmt::format("{}: {} {}\n", onto.document.string(), count,
                    onto.changes == intake::Changes::accept ? "accepted" : "rejected"));
}

intake::Reading word_file_of(const passes::Protocol& protocol, const std::string& as_of,
                             const render::Templates& templates) {
  const std::string bytes = render::word_file(view::protocol(protocol, as_of), templates);
  // As Concord's own, whose layout is known.
  return std::get<intake::Reading>(intake::read(bytes, intake::Changes::accept, {}));
}

// The source as it comes to stand.
struct Later {
  source::SourceMap sources;
  diag::Sink sink;
  std::optional<passes::Protocol> protocol;
};

void read_later(Later& later, const Corpus& corpus, const Onto& onto, const std::string& text) {
  const source::FileId file = later.sources.add(onto.source.generic_string(), text);
  const passes::Vocabulary vocabulary(corpus.registers);
  later.protocol = passes::check_text(later.sources, file, vocabulary, {corpus.as_of}, later.sink);
}

void show_unplaced(const Onto& onto, const std::vector<draft::Unplaced>& unplaced) {
  for (const draft::Unplaced& each : unplaced) {
    const std::string where = intake::in_words(each.place);
    print(fmt::format(
        "{}{}{}: warning[IMP028]: {}{}\n", onto.document.string(), where.empty() ? "" : ", ", where,
        each.reason,
        each.words.empty() ? "" : fmt::format(": \"{}\"", diag::printable(each.words))));
  }
}

std::string counted(const draft::TakenEdits& edits) {
  std::string all;
  const auto add = [&](std::size_t count, std::string_view what) {
    if (count > 0) all += fmt::format("{}{} {}", all.empty() ? "" : ", ", count, what);
  };
  add(edits.reworded, "reworded");
  add(edits.inserted, "new");
  add(edits.deleted, "deleted");
  add(edits.moved, "moved");
  add(edits.renumbered, "renumbered");
  add(edits.references, edits.references == 1 ? "reference follows" : "references follow");
  add(edits.comments, edits.comments == 1 ? "comment" : "comments");
  return all;
}

void show_redline(const Corpus& corpus, const passes::Protocol& before,
                  const passes::Protocol& after) {
  const draft::Revision revision = draft::revise(before, after, corpus.registers);
  if (revision.summary().unchanged == before.clauses().size() &&
      before.clauses().size() == after.clauses().size())
    return;
  print(redline_text(view::redline(revision, before, after, {}), wants_colour(stdout)) + "\n");
}

// What keeps the Word file from being taken in at all.
std::optional<std::string> mismatch(const passes::Protocol& protocol, const intake::Reading& made,
                                    const intake::Reading& edited, const Onto& onto) {
  if (!edited.own_protocol.empty() && edited.own_protocol != protocol.metadata().id)
    return fmt::format(diag::IMP027::other_protocol, edited.own_protocol, onto.source.string(),
                       protocol.metadata().id);
  if (!edited.own_digest.empty() && edited.own_digest != made.own_digest)
    return fmt::format(diag::IMP027::changed_since, onto.source.string());
  return std::nullopt;
}

Exit finish(const Onto& onto, const Corpus& corpus, const passes::Protocol& protocol,
            draft::TakenEdits& edits, const intake::Reading& edited,
            const render::Templates& templates) {
  const std::string name = onto.source.string();
  if (edits.none()) {
    show_unplaced(onto, edits.unplaced);
    print(fmt::format("{}: nothing to change\n", name));
    return edits.unplaced.empty() ? Exit::clean : Exit::errors;
  }
  Later later;
  read_later(later, corpus, onto, edits.text);
  if (!later.protocol) return refuse(onto, diag::Code::IMP027, diag::IMP027::no_clause);
  const intake::Reading proof = word_file_of(*later.protocol, corpus.as_of, templates);
  const auto other = draft::differences(proof, edited, later.protocol->graph());
  edits.unplaced.insert(edits.unplaced.end(), other.begin(), other.end());
  show_redline(corpus, protocol, *later.protocol);
  show_unplaced(onto, edits.unplaced);
  if (!onto.dry_run) source::replace_file(onto.source, edits.text);
  print(
      fmt::format("{}: {}: {}\n", name, onto.dry_run ? "would change" : "changed", counted(edits)));
  return edits.unplaced.empty() ? Exit::clean : Exit::errors;
}

}  // namespace

Exit import_onto(const Onto& onto) {
  const std::string bytes = source::read_file(onto.document);
  if (intake::format_of(bytes) != intake::Format::word)
    throw UsageError(
        fmt::format("--onto takes a Word file; \"{}\" is not one", onto.document.string()));
  const syntax::ImportLists lists = read_import_lists(onto.registers, onto.source.parent_path());
  intake::Outcome outcome = intake::read(bytes, onto.changes, lists);
  if (const auto* refusal = std::get_if<intake::Refusal>(&outcome))
    return refuse(onto, refusal->code, refusal->reason);
  const intake::Reading edited = std::get<intake::Reading>(std::move(outcome));
  Reading reading;
  reading.paths = {onto.source};
  reading.registers = onto.registers;
  const Corpus corpus = compile(reading, {});
  const passes::Protocol* protocol = only_protocol(corpus, onto.source);
  if (protocol == nullptr) return Exit::errors;
  const render::Templates templates = read_templates(find_share().templates);
  const intake::Reading made = word_file_of(*protocol, corpus.as_of, templates);
  if (const auto reason = mismatch(*protocol, made, edited, onto))
    return refuse(onto, diag::Code::IMP027, *reason);
  const passes::Vocabulary vocabulary(corpus.registers);
  draft::TakenEdits edits =
      draft::take_edits({corpus.sources, vocabulary, corpus.as_of}, *protocol, made, edited);
  if (edits.recognised < least_recognised)
    return refuse(onto, diag::Code::IMP027,
                  fmt::format(diag::IMP027::other_text, static_cast<int>(edits.recognised * 100),
                              onto.source.string()));
  tell_changes(onto, bytes, lists);
  return finish(onto, corpus, *protocol, edits, edited, templates);
}

}  // namespace concord::cli
