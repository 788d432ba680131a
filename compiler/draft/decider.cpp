#include "draft/decider.h"

#include <algorithm>
#include <optional>

#include "language/words.h"

namespace concord::draft {
namespace {

using passes::Protocol;
using passes::Reference;
using syntax::Range;

// A run of words that came, went or both, by its place in either text.
struct Run {
  Range before;
  Range after;
  bool words = false;  // other words, and not only titles, signs and references
};

std::vector<Run> runs_of(const std::vector<Piece>& pieces) {
  std::vector<Run> all;
  Run run;
  bool open = false;
  for (const Piece& piece : pieces) {
    const auto size = static_cast<std::uint32_t>(piece.text.size());
    if (piece.kind == Piece::Kind::kept) {
      if (open) all.push_back(run);
      run = {{run.before.end + size, run.before.end + size},
             {run.after.end + size, run.after.end + size}};
      open = false;
      continue;
    }
    open = true;
    (piece.kind == Piece::Kind::deleted ? run.before.end : run.after.end) += size;
    run.words = run.words || piece.layer == Layer::words;
  }
  if (open) all.push_back(run);
  return all;
}

// The citation of an Act, a code … that the range is a part of.
const Reference* citation_around(const Protocol& protocol, ClauseId clause, Range range) {
  for (const Reference& each : protocol.references())
    if (each.from == clause && each.kind == passes::ReferenceKind::instrument &&
        each.range.begin <= range.begin && range.end <= each.range.end)
      return &each;
  return nullptr;
}

// The same place of the same instrument; or instruments as a whole of which the one took the
// other's place.
bool is_same_law(const Reference& then, const Reference& now, const syntax::Register& registers) {
  if (then.target == now.target) return then.uri == now.uri;
  const syntax::Instrument* old = registers.instrument(then.target);
  const syntax::Instrument* current = registers.instrument(now.target);
  return old != nullptr && current != nullptr && old->by == current->id && then.uri == old->uri &&
         now.uri == current->uri;
}

// The full council has no name where its register gives none.
std::string plain_name(syntax::Decides decides) {
  return decides == syntax::Decides::council ? "Council" : "";
}

}  // namespace

Decider::Decider(const Protocol& before, const Protocol& after, const syntax::Register& registers)
    : before_(before), after_(after), registers_(registers) {}

syntax::DecidingBody Decider::body_for(std::string_view change_class) const {
  syntax::DecidingBody body;
  const auto listed = std::ranges::find(registers_.authority, change_class, &syntax::Authority::id);
  if (listed != registers_.authority.end()) body = listed->body;
  const auto own = after_.metadata().authority.find(std::string(change_class));
  if (own != after_.metadata().authority.end()) {
    const bool same = own->second.decides == body.decides;
    const std::string name = same ? body.name : "";
    body = own->second;
    if (body.name.empty()) body.name = name;
  }
  if (body.name.empty()) body.name = plain_name(body.decides);
  return body;
}

Decision Decider::decide(const Change& change) const {
  Decision made;
  made.classes = classes_of(change);
  made.body = body_for(made.classes.front());
  for (const std::string_view each : made.classes) {
    const syntax::DecidingBody body = body_for(each);
    if (body.decides < made.body.decides) made.body = body;
  }
  return made;
}

std::vector<std::string_view> Decider::classes_of(const Change& change) const {
  const Descent& descent = change.descent;
  if (!descent.one_to_one() || descent.moved || descent.ambiguous || change.redirected)
    return {"other"};
  if (change.table || exchanges_footnotes(change)) return {"other"};
  std::vector<std::string_view> all;
  if (descent.renumbered) all.emplace_back("numbering");
  if (has_layer(change, Layer::reference)) all.emplace_back("cross-reference");
  bool other = false;
  if (has_layer(change, Layer::title)) {
    other = !is_title_of_office(change);
    if (!other) all.emplace_back("job-title");
  }
  if (has_layer(change, Layer::spelling)) all.emplace_back("spelling");
  if (descent.wording == Wording::marks) all.emplace_back("formatting");
  if (has_layer(change, Layer::words)) {
    const bool cites = only_citations(change);
    if (cites) all.emplace_back("legal-citation");
    other = other || !cites;
  } else if (!change.effects.empty()) {
    other = true;
  }
  if (other || all.empty()) all.emplace_back("other");
  return all;
}

// A year of a citation that changed may have been told as a number that changed, or as another Act.
bool Decider::only_citations(const Change& change) const {
  const bool has_effect = std::ranges::any_of(change.effects, [](const Effect& each) {
    return each.kind != EffectKind::limit && each.kind != EffectKind::instrument;
  });
  if (has_effect) return false;
  const std::vector<Run> runs = runs_of(change.pieces);
  return std::ranges::all_of(runs, [&](const Run& run) {
    if (!run.words) return true;
    const Reference* then = citation_around(before_, change.descent.before.front(), run.before);
    const Reference* now = citation_around(after_, change.descent.after.front(), run.after);
    return then != nullptr && now != nullptr && is_same_law(*then, *now, registers_);
  });
}

bool Decider::is_title_of_office(const Change& change) const {
  return std::ranges::none_of(change.pieces, [&](const Piece& piece) {
    if (piece.kind == Piece::Kind::kept || piece.layer != Layer::title) return false;
    const bool deleted = piece.kind == Piece::Kind::deleted;
    return names_people_at_large(deleted ? before_ : after_,
                                 deleted ? change.descent.before : change.descent.after,
                                 piece.text);
  });
}

// "members", "employees": another word for these is no other title of one office.
bool Decider::names_people_at_large(const Protocol& protocol, const std::vector<ClauseId>& clauses,
                                    const std::string& words) const {
  return std::ranges::any_of(protocol.roles(), [&](const passes::RoleUse& use) {
    const syntax::WordLists& lists = registers_.lists;
    if (!lists.officers_at_large.contains(use.role) && !lists.general_actors.contains(use.role))
      return false;
    if (std::ranges::find(clauses, use.mention.clause) == clauses.end()) return false;
    const std::string_view named =
        language::slice(protocol[use.mention.clause].words().text, use.mention.range);
    return words.find(named) != std::string::npos;
  });
}

}  // namespace concord::draft
