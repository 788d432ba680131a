// The parts of a Word file and how they hang together: what every Word file of ours has beside its
// text, packed with it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/docx_numbering.h"
#include "render/docx_package.h"
#include "render/docx_text.h"
#include "render/render.h"
#include "render/xml_tree.h"
#include "view/model.h"
#include "view/words.h"

namespace concord::render {

// Those that are not empty, parted by the sign.
std::string joined(std::initializer_list<std::string> parts, std::string_view by = ", ");

// A part whose root may hold Word's elements and r:id attributes.
XmlTree word_part(const char* root);

// Appends a paragraph of the style.
XmlElement add_paragraph(const XmlElement& parent, const char* style);
void add_tab(const XmlElement& paragraph);

// Whether header and footer say that the text is a draft, adopted, superseded: a paper about a
// protocol has no standing of its own.
enum class Standing : std::uint8_t { none, of_protocol };

// How its A4 pages lie.
enum class Sheet : std::uint8_t { upright, turned };

class DocxParts {
 public:
  // Borrows both. Styles, settings, header and footer are made at once; `column` as in DocxBlocks.
  DocxParts(const view::Page& page, const Templates& templates, int column,
            Standing standing = Standing::of_protocol, Sheet sheet = Sheet::upright);

  // A word of the furniture in the page's language.
  std::string said(std::string_view name) const;

  // `type` as in a content type of WordprocessingML: "wordprocessingml.footnotes". `relationship`
  // is that of the document to the part, and its identifier comes back; null for the document.
  std::string add(const std::string& file, std::string bytes, const std::string& type,
                  const char* relationship);
  void add_links(const std::string& file, const Relationships& links);

  // The section at the document's end: size of the sheet, header and footer. Notes count from the
  // number given.
  void write_section(const XmlElement& body, int first_note) const;

  Relationships& links() { return links_; }  // of the document

  // Packs all. `bookmarked` are the clauses that have a bookmark.
  std::string bytes(const DocxNumbering& numbering, const std::vector<std::string>& bookmarked);

 private:
  std::string from_template(const std::string& path) const;
  void add_template(const std::string& file, const char* relationship, const std::string& type);
  std::string state() const;
  std::string header() const;
  std::string footer() const;
  std::string core_properties() const;
  std::string content_types() const;
  void add_custom_part(const std::vector<std::string>& bookmarked);

  const view::Page& page_;
  const Templates& templates_;
  view::Words said_;
  int column_;
  Standing standing_;
  Sheet sheet_;
  Relationships links_;
  std::vector<std::pair<std::string, std::string>> types_;  // content types by part
  std::vector<Part> parts_;
  std::string header_;
  std::string footer_;
};

// The part with the footnotes: so far the lines above them.
XmlTree footnotes_part();

}  // namespace concord::render
