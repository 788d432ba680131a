// What somebody did to the words of one paragraph in Word, and the same done to the Markdown that
// the paragraph was made of.
//
// There are three texts: the source's words, the paragraph as Concord wrote it to the Word file,
// and the paragraph as it came back. What is other between the second and the third is the edit;
// it is made in the first, whose marks (references, links, emphasis, footnotes), layout and
// attributes stay wherever the edit did not touch them. To compare the first with the third alone
// would take what the Word file never showed (a link's address) for deleted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source_map.h"
#include "syntax/document.h"
#include "syntax/prose_writer.h"

namespace concord::draft {

// Puts `text` where bytes `begin` to `end` of a source stand.
struct Patch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

// A token of the words as written that is there before and after: where it begins in each.
struct Kept {
  std::uint32_t source = 0;
  std::uint32_t after = 0;
  std::uint32_t length = 0;
};

// A stretch of the source's words and the stretch of the new words in its place. Where footnotes
// stand just at the edge of the stretch, the flags say on which side of it.
struct Hunk {
  syntax::Range source;
  syntax::Range after;
  bool behind_note = false;
  bool before_note = false;
  bool has_mark = false;  // a footnote or line break comes or goes with it
};

struct Rewording {
  syntax::Prose after;  // the words as they come to stand, with their marks
  std::vector<Hunk> hunks;
  std::vector<Kept> kept;
};

// `before` and `after` are of the Word file, footnotes named as in `source`. Nothing where the edit
// touches words that the source does not have as such (the number that a link without words shows).
std::optional<Rewording> reword(const syntax::Prose& source, const syntax::Prose& before,
                                const syntax::Prose& after);

// The place of a paragraph's words in the source.
struct WordsPlace {
  std::string_view text;    // the whole source
  std::uint32_t begin = 0;  // of the words with their marks, behind the number
  std::uint32_t end = 0;    // behind them, before the attributes
  syntax::ProsePlace kind = syntax::ProsePlace::block;
  bool unnumbered = false;
  std::string indent = {};  // of lines after the first
};

// The patches that make the source's words the new ones: each hunk by itself where the marks around
// it allow it.
std::vector<Patch> patches(const syntax::Prose& source, const Rewording& rewording,
                           const WordsPlace& place);

// One patch that writes all the words anew.
Patch rewritten(const Rewording& rewording, const WordsPlace& place);

// 0 to 1: twice the words that both have over those of both.
double likeness_of(std::string_view a, std::string_view b);

}  // namespace concord::draft
