// Two versions of a protocol from a few lines each, for the tests of the room draft.
#pragma once

#include <string>

#include "draft/revision.h"
#include "passes_text.h"

namespace concord::test {

// The headings "# Protocol" and "## 1. Conduct" are put above both.
struct Versions {
  Versions(const std::string& earlier, const std::string& later)
      : before(head + earlier),
        after(head + later),
        revision(draft::revise(*before, *after, registers())) {}

  // It must outlive what is made of it.
  static const syntax::Register& registers() {
    static const syntax::Register all = small_register();
    return all;
  }

  // The change of the later (else the earlier) version's clause of that identifier.
  const draft::Change& change(std::string_view key) const {
    if (const auto id = after->graph().find(key)) return revision.of_later(*id);
    return revision.of_earlier(before->graph().find(key).value());
  }

  static inline const std::string head = "# Protocol\n\n## 1. Conduct\n\n";
  Checked before;
  Checked after;
  draft::Revision revision;
};

// "Members [-should-]{+must+} ask", with a letter for what is not of words: "{r+5.4+}".
inline std::string marked(const std::vector<draft::Piece>& pieces) {
  std::string all;
  for (const draft::Piece& piece : pieces) {
    const std::string layer =
        piece.layer == draft::Layer::words ? "" : std::string(name_of(piece.layer)).substr(0, 1);
    if (piece.kind == draft::Piece::Kind::kept) all += piece.text;
    if (piece.kind == draft::Piece::Kind::deleted) all += "[" + layer + "-" + piece.text + "-]";
    if (piece.kind == draft::Piece::Kind::inserted) all += "{" + layer + "+" + piece.text + "+}";
  }
  return all;
}

}  // namespace concord::test
