// Drafting notes: HTML comments, which are for those who write the text and never published.
//
// They are taken out before Markdown is read, so that a text says the same with its notes as
// without them wherever they stand: in a sentence, an item or a cell, over several lines. Markdown
// would take whole lines for HTML, the words after a note among them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/document.h"
#include "syntax/mapped_text.h"
#include "syntax/reporter.h"

namespace concord::syntax {

struct WithoutNotes {
  MappedText text;  // the front matter as it was, the body without its notes; maps to the source
  std::vector<DraftingNote> notes;  // by place
};

// The cleaned text without the notes of its body, which begins at byte `body_begin`; nothing where
// it has none. Notes in code are code. A note on lines of its own leaves a blank line, but where
// the line after it carries on a sentence or a table. Reports each note (SYN009) and those that
// are not closed (SYN010), which end with their paragraph.
std::optional<WithoutNotes> take_notes(const MappedText& cleaned, std::uint32_t body_begin,
                                       source::FileId file, Reporter& reporter);

// The bytes of a source that go with the notes of its body, in order.
struct NotePlace {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<NotePlace> note_places(std::string_view source, std::size_t body_begin);

// Gives each note to the block that it stands in, or after; to the first where it stands before
// all.
void give_notes(std::vector<DraftingNote> notes, std::vector<Block>& blocks);

// As written in a source: <!-- Ask legal -->.
std::string to_markdown(const DraftingNote& note);

}  // namespace concord::syntax
