// The way from blocks to a document, stage by stage.
//
// Order matters in three places. Furniture goes first, as it stands within sentences. Lines are
// joined before footnotes are looked for, and paragraphs joined again after: a note at the foot of
// a page stands in the middle of one. Numbers are found while lines are joined, since a number that
// may stand there is what begins a paragraph.

#include "intake/recognise.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "diag/messages.h"
#include "intake/accounts.h"
#include "intake/assemble.h"
#include "intake/draft.h"
#include "intake/furniture.h"
#include "intake/metadata.h"
#include "intake/notes.h"
#include "intake/own_file.h"
#include "intake/paragraphs.h"
#include "intake/repairs.h"
#include "intake/structure.h"
#include "source/characters.h"

namespace concord::intake {
namespace {

using syntax::BlockKind;

void count(const std::vector<syntax::Block>& blocks, Counts& counts) {
  for (const syntax::Block& block : blocks) {
    switch (block.kind) {
      case BlockKind::heading:
        ++counts.headings;
        break;
      case BlockKind::paragraph:
        ++counts.clauses;
        break;
      case BlockKind::item:
        ++counts.items;
        break;
      case BlockKind::quote:
        ++counts.quotations;
        break;
      case BlockKind::table:
        ++counts.tables;
        break;
      case BlockKind::footnote:
        ++counts.footnotes;
        break;
      case BlockKind::list:
        break;
    }
    if (block.kind != BlockKind::quote && block.kind != BlockKind::footnote)
      count(block.children, counts);
  }
}

// The clauses of a text by their places: "2.4" is where a repair in its second item was made.
class ClausesByPlace {
 public:
  explicit ClausesByPlace(const Draft& draft) {
    std::string clause = "head";
    for (const Piece& piece : draft.pieces) {
      if (piece.number.present()) {
        const bool item = piece.role == Role::item;
        clause = item ? clause.substr(0, clause.find('(')) + piece.number.label
                      : std::string(piece.number.bare());
      }
      places_.emplace_back(piece.place, clause);
    }
  }

  const std::string& at(Place place) const {
    const auto after = std::ranges::upper_bound(places_, place, {}, &Entry::first);
    return (after == places_.begin() ? after : std::prev(after))->second;
  }

 private:
  using Entry = std::pair<Place, std::string>;
  std::vector<Entry> places_;
};

void place_repairs(const Draft& draft, Import& import) {
  if (draft.pieces.empty()) return;
  const ClausesByPlace clauses(draft);
  for (const Mended& mended : draft.repairs) {
    syntax::Repair repair = mended.repair;
    if (repair.at.empty()) repair.at = clauses.at(mended.place);
    import.document.metadata.repairs.push_back(repair);
    import.repaired.push_back({mended.place, std::move(repair)});
  }
}

// A bullet that is a letter is a word of the file.
void list_bullets(Draft& draft) {
  std::string letters;
  Place first;
  for (const Piece& piece : draft.pieces) {
    if (piece.labelled || piece.bullet.empty() || !source::is_alpha(piece.bullet[0])) continue;
    if (letters.empty()) first = piece.place;
    letters += (letters.empty() ? "" : " ") + piece.bullet;
  }
  draft.remove(first, letters, diag::IMP015::bullets);
}

void settle(const Accounts& accounts, Import& import) {
  const Accounts::Difference difference =
      accounts.settle(import.document, import.removed, import.document.metadata.repairs);
  if (!difference.lost.empty())
    import.doubts.push_back({diag::Code::IMP014, {}, extract(difference.lost), diag::IMP014::lost});
  if (!difference.added.empty())
    import.doubts.push_back(
        {diag::Code::IMP014, {}, extract(difference.added), diag::IMP014::added});
}

void name(syntax::Metadata& metadata, const Known& known, std::vector<Doubt>& doubts) {
  if (!known.id.empty()) metadata.id = known.id;
  if (!known.council.empty()) metadata.council = known.council;
  if (metadata.council.empty()) {
    metadata.council = unknown_council;
    doubts.push_back({diag::Code::IMP019, {}, "", diag::IMP019::no_council});
  }
  if (metadata.title.empty()) {
    metadata.title = "Protocol";
    doubts.push_back({diag::Code::IMP019, {}, "", diag::IMP019::no_title});
  }
  for (const std::string_view kind : {"Parish Council", "Town Council", "Community Council"})
    if (metadata.council.ends_with(kind)) metadata.governance = "parish";
}

struct Rule {
  std::string_view name;
  void (*apply)(Draft& draft);
};

constexpr Rule before_metadata[] = {
    {"furniture", remove_furniture},         {"line joining", join_lines},
    {"footnotes", take_footnotes},           {"paragraph joining", join_paragraphs},
    {"paragraph parting", split_paragraphs}, {"torn numbers", place_torn_numbers},
    {"quotations", find_quotations},         {"tables", find_tables},
};
constexpr Rule after_metadata[] = {
    {"bare items", find_bare_items},
    {"headings", find_headings},
    {"nested items", find_nested_items},
    {"bracketed clauses", find_bracketed_clauses},
    {"words", repair_words},
    {"hyphens", repair_hyphens},
    {"numerals", repair_numerals},
    {"blanks", repair_blanks},
    {"ordinals", repair_ordinals},
};

void apply(std::span<const Rule> rules, Draft& draft, std::string_view without) {
  for (const Rule& rule : rules)
    if (rule.name != without) rule.apply(draft);
}

// What the pieces are, found by their words, their look and their places.
syntax::Metadata find_structure(Draft& draft, std::string_view without) {
  apply(before_metadata, draft, without);
  syntax::Metadata metadata = find_metadata(draft);
  apply(after_metadata, draft, without);
  list_bullets(draft);
  return metadata;
}

}  // namespace

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const Rule& rule : before_metadata) names.push_back(rule.name);
  for (const Rule& rule : after_metadata) names.push_back(rule.name);
  return names;
}

Import recognise(Reading reading, const Known& known, const ImportLists& lists,
                 std::string_view without) {
  const bool own = reading.own;
  Import import;
  if (own) import.document.metadata = take_own_cover(reading);
  Accounts accounts(reading);
  Draft draft = draft_of(std::move(reading), lists);
  if (own) {
    take_own_styles(draft);
  } else {
    import.document.metadata = find_structure(draft, without);
  }
  import.document.blocks = assemble(draft);
  import.words_read = accounts.words_read();
  import.removed = std::move(draft.removed);
  import.doubts = std::move(draft.doubts);
  place_repairs(draft, import);
  if (!own && !draft.pieces.empty() && draft.pieces.front().place == Place{})
    accounts.expect(draft.pieces.front().text());
  settle(accounts, import);
  name(import.document.metadata, known, import.doubts);
  std::ranges::stable_sort(import.doubts, {}, &Doubt::place);
  std::ranges::stable_sort(import.removed, {}, &Removed::place);
  count(import.document.blocks, import.recognised);
  return import;
}

}  // namespace concord::intake
