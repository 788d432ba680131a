// Whose place a citation means: this text's own, an Act's, or that of another document.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "passes/subject.h"

namespace concord::passes {

struct Owner {
  enum class Kind : std::uint8_t { none, own, foreign, act } kind = Kind::none;
  std::uint32_t end = 0;            // after the words that say so
  std::vector<std::string> within;  // "of section 3": what the number stands below
};

// Reads the words behind a citation that name its owner.
class OwnerReader {
 public:
  // `text` and its `words` must outlive the reader; `names` are the documents named in it
  // (document_names), in order.
  OwnerReader(std::string_view text, std::span<const Word> words, std::vector<Range> names)
      : text_(text), words_(words), names_(std::move(names)) {}

  // What the words from byte `place`, a citation's end, say: "of the Constitution".
  Owner at(std::uint32_t place) const;

  // "Part 5, Section C": the second place narrows the first.
  Owner after_comma(std::uint32_t place) const;

 private:
  // "(exempt)": one small word in brackets between a number and its "of".
  std::optional<std::uint32_t> aside_end(std::uint32_t at) const;
  Owner after_preposition(std::uint32_t at, bool of) const;
  // "of section 3", "to Article 12 of the Constitution".
  std::optional<Owner> nested(std::uint32_t at) const;
  std::optional<std::uint32_t> own_end(std::uint32_t at, std::string_view determiner) const;
  // The end of the document's name that byte `at` stands in.
  std::optional<std::uint32_t> name_end(std::uint32_t at) const;
  // The word that begins at byte `at`, or the end.
  std::span<const Word>::iterator word_at(std::uint32_t at) const;
  // "Council's" in "the Council's Constitution".
  std::uint32_t past_possessive(std::uint32_t at) const;
  // "that Act", "the 2000 Act".
  std::optional<std::uint32_t> act_end(std::uint32_t at) const;
  // Anything else with capitals: "of the Green Paper".
  Owner capitals(std::uint32_t at) const;

  std::string_view text_;
  std::span<const Word> words_;
  std::vector<Range> names_;
};

}  // namespace concord::passes
