#include "intake/word_notes.h"

#include <charconv>

#include "intake/word_numerals.h"

namespace concord::intake {

NoteMarks::NoteMarks(const XmlNode* properties, std::string_view usual_format)
    : format_(usual_format) {
  if (!properties) return;
  if (const XmlNode* format = properties->child("w:numFmt")) format_ = format->value("w:val");
  if (const XmlNode* start = properties->child("w:numStart")) {
    const std::string_view value = start->value("w:val");
    std::from_chars(value.data(), value.data() + value.size(), start_);
  }
  if (const XmlNode* restart = properties->child("w:numRestart")) {
    each_section_ = restart->value("w:val") == "eachSect";
  }
  value_ = start_;
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

void NoteMarks::end_section() {
  if (each_section_) value_ = start_;
}

}  // namespace concord::intake
