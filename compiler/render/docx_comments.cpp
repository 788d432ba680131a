#include "render/docx_comments.h"

#include <utility>

namespace concord::render {

std::string DocxComments::begin(const XmlElement& paragraph, std::string words) {
  std::string comment = std::to_string(words_.size());
  words_.push_back(std::move(words));
  paragraph.add("w:commentRangeStart").set("w:id", comment);
  return comment;
}

void DocxComments::end(const XmlElement& paragraph, const std::string& comment) {
  paragraph.add("w:commentRangeEnd").set("w:id", comment);
  const XmlElement run = paragraph.add("w:r");
  run.add("w:rPr").add("w:rStyle").set("w:val", "CommentReference");
  run.add("w:commentReference").set("w:id", comment);
}

void DocxComments::add_to(DocxParts& parts, DocxText& text, const CommentAuthor& author) const {
  if (words_.empty()) return;
  const XmlTree tree = word_part("w:comments");
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const XmlElement element = tree.root().add("w:comment").set("w:id", std::to_string(i));
    element.set("w:author", author.name).set("w:date", author.date);
    element.set("w:initials", author.initials);
    text.write_words(add_paragraph(element, "CommentText"), words_[i]);
  }
  parts.add("comments.xml", tree.compact_bytes(), "wordprocessingml.comments", "comments");
}

}  // namespace concord::render
