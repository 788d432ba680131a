// The comments of a Word file: ranges of its text, and what is said of them.
#pragma once

#include <string>
#include <vector>

#include "render/docx_parts.h"
#include "render/docx_text.h"
#include "render/xml_tree.h"

namespace concord::render {

struct CommentAuthor {
  std::string name;  // never empty
  std::string initials;
  std::string date;  // ISO 8601 with the time of day; or empty
};

class DocxComments {
 public:
  // Appends the beginning of a comment's range to the paragraph. What comes back ends it.
  std::string begin(const XmlElement& paragraph, std::string words);
  static void end(const XmlElement& paragraph, const std::string& comment);

  // Adds the part with all of them; nothing where there is none.
  void add_to(DocxParts& parts, DocxText& text, const CommentAuthor& author) const;

 private:
  std::vector<std::string> words_;  // by number
};

}  // namespace concord::render
