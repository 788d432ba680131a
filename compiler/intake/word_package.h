// The parts of a Word file: which member of the archive is the text, its styles, its footnotes. A
// relation says so, never a member's name.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/xml_tree.h"

namespace concord::intake {

// A part with words; by the number by which it names each, the addresses of its links and the words
// of what it shows of other parts (diagrams, whole documents).
struct WordPart {
  XmlNode root;
  std::map<std::string, std::string, std::less<>> links;
  std::map<std::string, std::string, std::less<>> shown = {};
};

struct WordPackage {
  WordPart text;
  std::optional<XmlNode> styles, numbering, settings, core, extended;
  std::optional<XmlNode> clauses;  // the part by which Concord knows its own files
  std::optional<WordPart> footnotes, endnotes, comments;
  std::vector<WordPart> headers, footers;  // in the order in which the file lists them
  bool macros = false;
  // What the text names and the file does not hold ("image", "attachedTemplate"); never fetched.
  std::vector<std::string> outside;
};

// Throws Unreadable where the bytes are no Word file, or one that is encrypted, broken or too
// large.
WordPackage open_word(std::string_view bytes);

}  // namespace concord::intake
