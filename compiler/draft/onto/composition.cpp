#include "draft/onto/composition.h"

#include <algorithm>

#include "draft/new_clause.h"
#include "draft/table_edits.h"

namespace concord::draft {
namespace {

using graph::Clause;

std::size_t breaks_in(std::string_view gap) {
  return static_cast<std::size_t>(std::ranges::count(gap, '\n'));
}

class Composition {
 public:
  Composition(const MatchedFiles& files, const CollectedEdits& edits)
      : files_(files), edits_(edits) {}

  std::string text() const {
    std::vector<Patch> all = edits_.patches;
    add_word_patches(all);
    add_head_patches(all);
    std::ranges::stable_sort(all, [](const Patch& a, const Patch& b) {
      return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    const std::uint32_t head =
        files_.segments.empty() ? narrow(files_.text.size()) : files_.segments.front().begin;
    std::string text = patched(all, 0, head);
    for (std::size_t e = 0; e < edits_.entries.size(); ++e) {
      if (e > 0) text += gap_between(e - 1, e);
      text += text_of_entry(all, e);
    }
    const std::uint32_t tail = files_.segments.empty() ? head : files_.segments.back().end;
    std::string rest = patched(all, tail, narrow(files_.text.size()));
    text += edits_.new_notes;
    return std::move(text) + rest;
  }

 private:
  WordsPlace words_place(const Clause& clause) const {
    const Segment segment = segment_of(files_.text, clause);
    WordsPlace place{files_.text, segment.words, segment.words_end};
    if (clause.kind == graph::Kind::section) place.kind = syntax::ProsePlace::heading;
    place.unnumbered = !clause.number.present();
    const std::string_view head = files_.text.substr(segment.begin, segment.words - segment.begin);
    const bool quoted = head.starts_with('>');
    place.indent =
        quoted ? "> " : std::string(clause.kind == graph::Kind::item ? head.size() : 0, ' ');
    return place;
  }

  void add_word_patches(std::vector<Patch>& all) const {
    for (const auto& [id, rewording] : edits_.reworded) {
      const Clause& clause = files_.graph[id];
      const WordsPlace place = words_place(clause);
      if (edits_.anew.contains(id)) {
        all.push_back(rewritten(rewording, place));
        continue;
      }
      const auto found = patches(clause.words(), rewording, place);
      all.insert(all.end(), found.begin(), found.end());
    }
  }

  void add_head_patches(std::vector<Patch>& all) const {
    for (std::size_t e = 0; e < edits_.entries.size(); ++e) {
      const Entry& entry = edits_.entries[e];
      if (!entry.after || !entry.segment || !edits_.heads.contains(*entry.after)) continue;
      const Segment& segment = files_.segments[*entry.segment];
      all.push_back({segment.begin, segment.words, head_of(e)});
    }
  }

  std::string patched(const std::vector<Patch>& all, std::uint32_t begin, std::uint32_t end) const {
    std::string out;
    std::uint32_t done = begin;
    for (const Patch& patch : all) {
      if (patch.begin < done || patch.end > end || patch.begin < begin) continue;
      if (patch.begin == end && begin < end && patch.begin != patch.end) continue;
      out += files_.text.substr(done, patch.begin - done);
      out += patch.text;
      done = patch.end;
    }
    out += files_.text.substr(done, end - done);
    return out;
  }

  std::string text_of_entry(const std::vector<Patch>& all, std::size_t e) const {
    const Entry& entry = edits_.entries[e];
    if (!entry.segment) return new_clause(e);
    const Segment& segment = files_.segments[*entry.segment];
    if (!edits_.deleted.contains(*entry.segment)) return patched(all, segment.begin, segment.end);
    std::string behind = patched(all, segment.own_end, segment.end);
    behind.erase(0, std::min(behind.find_first_not_of("\r\n"), behind.size()));
    return behind;
  }

  // What the heads of new clauses are modelled on: those of the source, nearest first.
  std::vector<Model> models_around(std::size_t e) const {
    std::vector<Model> models;
    const auto add = [&](const Entry& entry) {
      if (!entry.segment || !entry.before || !entry.after) return;
      const Segment& segment = files_.segments[*entry.segment];
      const Clause& clause = files_.graph[segment.clause];
      models.push_back({files_.before(*entry.before).block, &clause,
                        files_.text.substr(segment.begin, segment.words - segment.begin),
                        segment.begin});
    };
    for (std::size_t i = e; i-- > 0;) add(edits_.entries[i]);
    for (std::size_t i = e + 1; i < edits_.entries.size(); ++i) add(edits_.entries[i]);
    return models;
  }

  std::string head_of(std::size_t e) const {
    return made_clause(files_.after(*edits_.entries[e].after), models_around(e)).head;
  }

  std::string new_clause(std::size_t e) const {
    const Unit& unit = files_.after(*edits_.entries[e].after);
    std::string text = unit.is_table() ? new_table(*unit.block, files_.line_break)
                                       : text_of(made_clause(unit, models_around(e)));
    const auto comment = edits_.new_comments.find(*edits_.entries[e].after);
    if (comment == edits_.new_comments.end()) return text;
    return text + (unit.is_table() ? files_.line_break + files_.line_break : "") + comment->second;
  }

  std::string_view source_gap(std::size_t segment) const {
    return files_.text.substr(files_.segments[segment].end,
                              files_.segments[segment + 1].begin - files_.segments[segment].end);
  }

  std::string gap_between(std::size_t e, std::size_t f) const {
    const Entry& one = edits_.entries[e];
    const Entry& other = edits_.entries[f];
    std::string blank = files_.line_break + files_.line_break;
    const bool tail = (one.segment && !one.after) || (other.segment && !other.after);
    if (tail && !(one.segment && other.segment && *other.segment == *one.segment + 1)) return blank;
    if (one.segment && other.segment && *one.segment < *other.segment) {
      if (*other.segment == *one.segment + 1) return std::string(source_gap(*one.segment));
      if (all_went(*one.segment + 1, *other.segment)) {
        const std::string_view first = source_gap(*one.segment);
        const std::string_view last = source_gap(*other.segment - 1);
        return std::string(breaks_in(first) > breaks_in(last) ? first : last);
      }
    }
    const Shape shape = shape_of(e);
    const Shape next = shape_of(f);
    if (shape.quoted && next.quoted) return files_.line_break + ">" + files_.line_break;
    return shape.item && next.item && are_tight(e, f) ? files_.line_break : blank;
  }

  bool all_went(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i)
      if (!edits_.deleted.contains(i)) return false;
    return true;
  }

  struct Shape {
    bool item = false;
    bool quoted = false;
  };

  Shape shape_of(std::size_t e) const {
    const Entry& entry = edits_.entries[e];
    if (entry.after && files_.after(*entry.after).is_table()) return {};
    std::string head;
    if (entry.segment && !(entry.after && edits_.heads.contains(*entry.after))) {
      const Segment& segment = files_.segments[*entry.segment];
      if (files_.graph[segment.clause].kind == graph::Kind::table) return {};
      head = files_.text.substr(segment.begin, segment.words - segment.begin);
    } else {
      head = head_of(e);
    }
    return {is_item_head(head), head.starts_with('>')};
  }

  // Items stand line by line unless those around them do not.
  bool are_tight(std::size_t e, std::size_t f) const {
    for (const std::size_t each : {e, f}) {
      const Index segment = edits_.entries[each].segment;
      if (!segment) continue;
      if (are_items(*segment)) return breaks_in(source_gap(*segment)) < 2;
      if (*segment > 0 && are_items(*segment - 1)) return breaks_in(source_gap(*segment - 1)) < 2;
    }
    return true;
  }

  // The segment and the one behind it.
  bool are_items(std::size_t segment) const {
    return segment + 1 < files_.segments.size() && is_item(segment) && is_item(segment + 1);
  }

  bool is_item(std::size_t segment) const {
    return files_.graph[files_.segments[segment].clause].kind == graph::Kind::item;
  }

  const MatchedFiles& files_;
  const CollectedEdits& edits_;
};

}  // namespace

std::string composed(const MatchedFiles& files, const CollectedEdits& edits) {
  return Composition(files, edits).text();
}

}  // namespace concord::draft
