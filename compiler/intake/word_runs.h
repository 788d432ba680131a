// The words of a paragraph of Word, as they are shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"
#include "intake/word_fields.h"
#include "intake/word_notes.h"
#include "intake/word_package.h"
#include "intake/word_styles.h"

namespace concord::intake {

// What stands in one paragraph.
struct WordLine {
  Runs runs;
  std::vector<const XmlNode*> boxes;     // w:txbxContent of the text boxes anchored here
  std::vector<std::string> comments;     // their ids
  std::vector<std::uint32_t> commented;  // of each, the byte of the words that it stands behind
  std::string number;  // in a file of Concord's: the number that stands typed before the words
  std::vector<std::string> bookmarks;  // their names
  bool page_before = false;            // a page break before its words, and after them
  bool page_after = false;
  bool contents = false;  // within a field that lists contents
  double size = 0;        // of most of its letters, in points

  // Words that are shown.
  bool has_words() const;
  bool has_hidden_words() const;
};

// Reads the paragraphs of a text in their order: a field may begin in one and end in another.
class RunReader {
 public:
  // All outlive the reader. `usual_colour`: of most of the text; empty for the page's own.
  RunReader(const WordStyles& styles, NoteMarks& footnotes, NoteMarks& endnotes,
            std::string usual_colour, Reading& reading)
      : styles_(styles),
        footnotes_(footnotes),
        endnotes_(endnotes),
        usual_colour_(std::move(usual_colour)),
        reading_(reading) {}

  // `chain`: of the paragraph's style. Raises the place's page where Word last began a new one.
  WordLine read(const XmlNode& paragraph, const std::vector<const WordStyle*>& chain,
                const WordPart& part, Place& place);

  // A text (a footnote, a header) ends: no field goes on beyond it.
  void end_text() { fields_.clear(); }

  // The file is one of Concord's, whose signs between the words are told by their styles.
  void expect_own_signs() { own_ = true; }

 private:
  struct Field {
    std::string instruction;
    bool in_result = false;
    bool has_words = false;  // in its result
  };
  struct At;  // where in a paragraph the reader is

  void read_children(const XmlNode& node, At& at);
  void read_inline(const XmlNode& node, At& at);
  void read_bookmark(const XmlNode& node, At& at);
  void read_link(const XmlNode& node, At& at);
  void read_control(const XmlNode& node, At& at);
  void read_simple_field(const XmlNode& node, At& at);
  void read_run(const XmlNode& run, At& at);
  bool read_own_sign(const XmlNode& run, At& at);
  void read_run_child(const XmlNode& node, At& at);
  void read_break(const XmlNode& node, At& at);
  void read_field_sign(const XmlNode& node, At& at);
  void end_field(At& at);
  void read_note(const XmlNode& run, const XmlNode& reference, NoteMarks& marks, At& at);
  void read_sign(const XmlNode& node, At& at);
  void read_drawing(const XmlNode& node, At& at);
  void add(std::string_view text, At& at);
  void set_look(const XmlNode* properties, At& at) const;

  bool shows() const;
  bool cites_note() const;
  bool lists_contents() const;
  std::string field_link() const;

  const WordStyles& styles_;
  NoteMarks& footnotes_;
  NoteMarks& endnotes_;
  std::string usual_colour_;
  Reading& reading_;
  std::vector<Field> fields_;  // innermost last
  FieldNumbers numbers_;
  bool own_ = false;
};

}  // namespace concord::intake
