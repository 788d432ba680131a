#include "intake/word_notes.h"

#include <algorithm>

#include "intake/word_numerals.h"
#include "intake/word_values.h"

namespace concord::intake {

NoteMarks::NoteMarks(const XmlNode* properties, std::string_view usual_format)
    : format_(usual_format) {
  take(properties);
  value_ = start_;
}

void NoteMarks::take(const XmlNode* properties) {
  if (!properties) return;
  if (const XmlNode* format = properties->child("w:numFmt")) format_ = value_of(format);
  if (const auto start = number_of(properties->child("w:numStart"))) {
    start_ = static_cast<std::uint32_t>(std::clamp(*start, 0, 32'767));
  }
  if (const XmlNode* restart = properties->child("w:numRestart")) {
    each_section_ = value_of(restart) == "eachSect";
  }
}

std::string NoteMarks::next(std::string_view id, std::string_view own, Place place) {
  std::string mark(own);
  if (mark.empty()) {
    mark = word_numeral(value_, format_).value_or(std::to_string(value_));
    ++value_;
  }
  references_.push_back({std::string(id), mark, place});
  return mark;
}

// The first section's start holds before the first note, a later one's where it says one.
void NoteMarks::begin_section(const XmlNode* properties) {
  const bool starts = properties && properties->child("w:numStart");
  take(properties);
  if (each_section_ || starts) value_ = start_;
}

}  // namespace concord::intake
