// What Word's styles say of letters and paragraphs, and what a paragraph of a style looks like.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"
#include "intake/xml_tree.h"

namespace concord::intake {

// What one place says of letters; nothing where it says nothing.
struct LetterLook {
  std::optional<bool> bold, italic, caps, struck, hidden;
  std::optional<bool> underlined;
  std::optional<bool> marked;         // highlighted
  std::optional<std::string> colour;  // "C00000"; "auto" for the page's own
  std::optional<bool> superscript;
  std::optional<double> size;  // in points
  std::optional<std::string> font;
};

// What one place says of a paragraph.
struct ParagraphLook {
  std::optional<int> list;            // w:numId; 0 takes a number away
  std::optional<int> list_level;      // from 0
  std::optional<int> outline;         // from 0; 9 is body text
  std::optional<double> left, first;  // in points; `first` from `left`
  std::optional<Alignment> alignment;
  std::optional<bool> page_before;
};

LetterLook letter_look(const XmlNode* properties);        // w:rPr, or null
ParagraphLook paragraph_look(const XmlNode* properties);  // w:pPr, or null

struct WordStyle {
  std::string id;
  std::string name;  // as Word shows it: "Heading 1"
  std::string based_on;
  LetterLook letters;
  ParagraphLook paragraph;
};

class WordStyles {
 public:
  WordStyles() = default;
  explicit WordStyles(const XmlNode& root);  // w:styles

  // The style and those it is based on, the most particular first; the default paragraph style for
  // an empty id. Styles that are based on one another in a circle are each there once.
  std::vector<const WordStyle*> paragraph_chain(std::string_view id) const;
  std::vector<const WordStyle*> chain(std::string_view id) const;

  // A style of that name, as Word shows it.
  bool has(std::string_view name) const;

  // Letters as they are shown: of paragraph and character style, bold on bold is plain, as Word
  // has it.
  LetterLook shown(const std::vector<const WordStyle*>& paragraph, const LetterLook& direct,
                   std::string_view character_style) const;

  const std::string& language() const { return language_; }

 private:
  std::map<std::string, WordStyle, std::less<>> styles_;
  std::string default_paragraph_;
  LetterLook default_letters_;
  std::string language_;
};

}  // namespace concord::intake
