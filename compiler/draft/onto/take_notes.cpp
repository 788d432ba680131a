// Footnotes, which have no place in the order of the text: those that stayed are known by their
// marks.
#include <fmt/format.h>

#include <algorithm>

#include "diag/messages.h"
#include "draft/onto/takers.h"
#include "intake/draft.h"

namespace concord::draft {
namespace {

using graph::Clause;
using syntax::Mark;
using syntax::MarkKind;
using syntax::Prose;

class NoteTaker {
 public:
  NoteTaker(const MatchedFiles& files, CollectedEdits& edits) : files_(files), edits_(edits) {}

  void run() {
    std::set<graph::ClauseId> kept;
    for (const NoteUnit& note : files_.after_units.notes) {
      if (!note.clause) {
        add_note(note);
        continue;
      }
      kept.insert(*note.clause);
      const auto was = std::ranges::find(files_.before_units.notes, note.clause, &NoteUnit::clause);
      if (was != files_.before_units.notes.end()) take_note(*was, note);
    }
    for (const NoteUnit& note : files_.before_units.notes)
      if (note.clause && !kept.contains(*note.clause)) drop_note(files_.graph[*note.clause]);
  }

 private:
  std::vector<const Clause*> paragraphs_of(const Clause& note) const {
    std::vector<const Clause*> all{&note};
    for (const graph::ClauseId child : note.children) {
      const auto below = paragraphs_of(files_.graph[child]);
      all.insert(all.end(), below.begin(), below.end());
    }
    return all;
  }

  void take_note(const NoteUnit& was, const NoteUnit& is) {
    const auto clauses = paragraphs_of(files_.graph[*is.clause]);
    if (was.paragraphs.size() != is.paragraphs.size() || clauses.size() != was.paragraphs.size()) {
      const bool same = std::ranges::equal(was.paragraphs, is.paragraphs, syntax::same_words);
      if (!same) edits_.leave(is.note->place, text_of_note(is), diag::IMP028::footnote);
      return;
    }
    for (std::size_t i = 0; i < clauses.size(); ++i)
      take_words(files_, *clauses[i], was.paragraphs[i], is.paragraphs[i], is.note->place, edits_);
  }

  static std::string text_of_note(const NoteUnit& note) {
    std::string words;
    for (const Prose& each : note.paragraphs) words += (words.empty() ? "" : " ") + each.text;
    return words;
  }

  void add_note(const NoteUnit& note) {
    Prose words;
    for (const Prose& each : note.paragraphs)
      intake::append(words, each, words.text.empty() ? "" : " ");
    edits_.new_notes +=
        fmt::format("{0}{0}[^{1}]: {2}", files_.line_break, note.label,
                    syntax::to_markdown(words, {.place = syntax::ProsePlace::block}));
    ++edits_.result.inserted;
  }

  // With the blank lines before it.
  void drop_note(const Clause& note) {
    if (is_cited(note.number.label)) return;
    const auto clauses = paragraphs_of(note);
    std::uint32_t begin = segment_of(files_.text, note).begin;
    const std::uint32_t end = segment_of(files_.text, *clauses.back()).own_end;
    while (begin > 0 && is_white(files_.text[begin - 1])) --begin;
    edits_.patches.push_back({begin, end, ""});
    ++edits_.result.deleted;
  }

  bool is_cited(const std::string& label) const {
    return std::ranges::any_of(files_.after_units.units, [&](const Unit& unit) {
      return std::ranges::any_of(unit.prose.marks, [&](const Mark& mark) {
        return mark.kind == MarkKind::footnote && mark.target == label;
      });
    });
  }

  const MatchedFiles& files_;
  CollectedEdits& edits_;
};

}  // namespace

void take_notes(const MatchedFiles& files, CollectedEdits& edits) {
  NoteTaker(files, edits).run();
}

}  // namespace concord::draft
