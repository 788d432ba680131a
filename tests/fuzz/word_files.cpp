// Word files: the input as a whole file, and as the XML of one part in a file that is otherwise
// sound.
//
// Whatever it is, it is read or refused with a reason; what is read has places that are in order
// and labels without white space around them.
#include "../unit/word_file.h"
#include "intake/blocks.h"
#include "way.h"

namespace fuzz = concord::fuzz;
namespace intake = concord::intake;

namespace {

void check(const intake::Reading& reading) {
  for (const intake::Block& block : reading.blocks) {
    fuzz::promise(block.kind != intake::BlockKind::line, "a Word file has whole paragraphs");
    fuzz::promise(!block.bullet || !block.label.empty(), "a bullet is shown");
    fuzz::promise(!block.runs.empty() || !block.rows.empty() || !block.label.empty(),
                  "no block is empty");
  }
  for (const intake::Note& note : reading.notes) {
    fuzz::promise(note.place.paragraph > 0, "a note has a paragraph that refers to it");
  }
}

void check(const std::string& bytes) {
  for (const auto changes : {intake::Changes::accept, intake::Changes::reject}) {
    const intake::Outcome outcome =
        intake::read_word(bytes, changes, concord::test::import_lists());
    if (const auto* refusal = std::get_if<intake::Refusal>(&outcome)) {
      fuzz::promise(!refusal->reason.empty(), "a file is refused with a reason");
    } else {
      check(std::get<intake::Reading>(outcome));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(fuzz::as_text(data, size));
  check(text);
  WordFile file;
  file.body = text;
  check(file.bytes());
  file.body = words("a", in_list(1, 0)) + words("b", "<w:pStyle w:val=\"s\"/>" + in_list(1, 1));
  file.numbering = text;
  file.styles = text;
  check(file.bytes());
  return 0;
}
