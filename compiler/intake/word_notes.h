// The marks of footnotes and endnotes, which Word counts and does not store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"
#include "intake/xml_tree.h"

namespace concord::intake {

// A note that the text refers to, in the order of its references.
struct NotedReference {
  std::string id;  // of w:footnote or w:endnote
  std::string mark;
  Place place;
};

class NoteMarks {
 public:
  // `properties`: w:footnotePr or w:endnotePr of the settings, or null. Endnotes are in small
  // romans where nothing else is said.
  NoteMarks(const XmlNode* properties, std::string_view usual_format);

  // The mark of the next reference. `own`: the mark that the author typed, or empty.
  std::string next(std::string_view id, std::string_view own, Place place);
  // A section begins, with its w:footnotePr or w:endnotePr, or null.
  void begin_section(const XmlNode* properties);

  const std::vector<NotedReference>& references() const { return references_; }

 private:
  void take(const XmlNode* properties);

  std::string format_;
  std::uint32_t start_ = 1;
  std::uint32_t value_ = 1;
  bool each_section_ = false;
  std::vector<NotedReference> references_;
};

}  // namespace concord::intake
