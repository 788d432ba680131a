#include "render/html_decision.h"

namespace concord::render {

void fill_decisions(const std::vector<view::DecisionNote>& notes, const Dictionary& into) {
  using syntax::Verdict;
  for (const view::DecisionNote& note : notes) {
    const Dictionary to = into.include("decision"_name);
    to.set("a"_name, note.a);
    to.set("b"_name, note.b);
    to.show("same"_name, note.verdict == Verdict::same);
    to.show("different"_name, note.verdict == Verdict::different);
    to.show("differs"_name, note.verdict == Verdict::differs);
    to.set_optional("kind"_name, note.kind);
    to.set_optional("by"_name, note.by);
    to.set_optional("day"_name, note.day);
    to.show("signed"_name, !note.by.empty() || !note.day.empty());
    to.set("because"_name, note.because);
    to.show("stale"_name, note.stale);
  }
}

}  // namespace concord::render
