// Comments of the Word file as drafting notes of the source, as near as may be to the words that
// they are on.
#include <fmt/format.h>

#include <algorithm>

#include "diag/messages.h"
#include "draft/onto/takers.h"

namespace concord::draft {
namespace {

using graph::Clause;
using syntax::Mark;
using syntax::Prose;

class CommentTaker {
 public:
  CommentTaker(const MatchedFiles& files, CollectedEdits& edits) : files_(files), edits_(edits) {}

  void run() {
    for (const intake::Comment& comment : files_.edited.comments) {
      const auto unit = std::ranges::find_if(files_.after_units.units, [&](const Unit& each) {
        return each.block->place == comment.place ||
               (each.is_table() && is_within(each, comment.place));
      });
      const std::string words = note_of(comment);
      if (unit == files_.after_units.units.end() ||
          !place_comment(narrow(static_cast<std::size_t>(unit - files_.after_units.units.begin())),
                         comment, words))
        edits_.leave(comment.place, words, diag::IMP028::comment);
    }
  }

 private:
  // A table's place is its first paragraph; the next unit has one of its own.
  bool is_within(const Unit& table, const intake::Place& place) const {
    const auto next = std::next(&table);
    const bool last = next == files_.after_units.units.data() + files_.after_units.units.size();
    return table.block->place <= place && (last || place < next->block->place);
  }

  static std::string note_of(const intake::Comment& comment) {
    std::string words = comment.author.empty() ? "" : comment.author + ": ";
    words += comment.words;
    for (const std::string_view sign : {"-->", "<!--"})
      for (std::size_t at = words.find(sign); at != std::string::npos; at = words.find(sign))
        words.insert(at + 2, " ");
    return fmt::format("<!-- {} -->", words);
  }

  bool place_comment(std::size_t a, const intake::Comment& comment, const std::string& note) {
    const Index b = files_.pairs.of_after[a];
    if (!b) {
      const bool is_new =
          std::ranges::any_of(edits_.entries, [&](const Entry& e) { return e.after == a; });
      if (is_new) edits_.new_comments[a] += " " + note;
      edits_.result.comments += is_new ? 1 : 0;
      return is_new;
    }
    if (!files_.before(*b).clause) return false;
    const Clause& clause = files_.graph[*files_.before(*b).clause];
    const Segment segment = segment_of(files_.text, clause);
    if (files_.text.substr(segment.begin, end_of(segment) - segment.begin).find(note) !=
        std::string_view::npos)
      return true;
    ++edits_.result.comments;
    if (clause.kind == graph::Kind::table) {
      edits_.patches.push_back(
          {segment.own_end, segment.own_end, files_.line_break + files_.line_break + note});
      return true;
    }
    const auto at = inner_place(clause, files_.after(a), comment);
    edits_.patches.push_back(
        {at.value_or(segment.words_end), at.value_or(segment.words_end), " " + note});
    return true;
  }

  std::uint32_t end_of(const Segment& segment) const {
    const auto found = files_.by_clause.find(segment.clause);
    return found == files_.by_clause.end() ? segment.end : files_.segments[found->second].end;
  }

  // Behind the word of the source that the comment stands behind, where no mark is cut by it and
  // more words follow.
  std::optional<std::uint32_t> inner_place(const Clause& clause, const Unit& unit,
                                           const intake::Comment& comment) const {
    const Prose& words = clause.words();
    if (edits_.reworded.contains(clause.id) || unit.prose.text != words.text ||
        words.anchors.empty())
      return std::nullopt;
    std::uint32_t at = std::min(comment.at, narrow(words.text.size()));
    while (at < words.text.size() && words.text[at] != ' ') ++at;
    if (at == 0 || at >= words.text.size()) return std::nullopt;
    for (const Mark& mark : words.marks)
      if (mark.range.begin <= at && mark.range.end >= at) return std::nullopt;
    return words.span({at - 1, at}, clause.span).end;
  }

  const MatchedFiles& files_;
  CollectedEdits& edits_;
};

}  // namespace

void take_comments(const MatchedFiles& files, CollectedEdits& edits) {
  CommentTaker(files, edits).run();
}

}  // namespace concord::draft
