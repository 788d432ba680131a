// The footnotes of a saved page: links that lead to them, and elements that hold them.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "intake/blocks.h"
#include "intake/page_tree.h"

namespace concord::intake {

class PageNotes {
 public:
  // Finds what links lead to as to a note: by id, or by the name of the link back.
  explicit PageNotes(const PageNode& root);

  // The mark of the note that the element holds, or null.
  const std::string* held_by(const PageNode& node) const;

  // The mark of the note that the link is the mark of, or null. A word may lead to a note too,
  // where the note defines it.
  const std::string* marked_by(const PageNode& link) const;

 private:
  void find(const PageNode& node);

  std::map<std::string, std::string, std::less<>> marks_;  // target of a link to a note -> its mark
};

// "[1] See paragraph 5." without its mark and the link back.
void strip_mark(Runs& runs, const std::string& mark);

}  // namespace concord::intake
