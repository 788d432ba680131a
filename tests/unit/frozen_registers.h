// The registers frozen in tests/gold/register, so that a word added to those of protocols/register
// changes no test.
#pragma once

#include <filesystem>

#include "source/files.h"
#include "source/source_map.h"
#include "syntax/registers.h"

namespace concord::test {

inline const syntax::Register& frozen_registers() {
  static const syntax::Register read = [] {
    source::SourceMap sources;
    syntax::Register into;
    diag::Sink sink;
    const std::filesystem::path folder = CONCORD_SOURCE_DIR "/tests/gold/register";
    for (const auto& path : source::find_registers(folder))
      syntax::read_register(sources, sources.load(path), into, sink);
    return into;
  }();
  return read;
}

// The frozen ones with the numbers from a hundred on, of which the texts of the gold standard have
// one: its tokens, and the model taught by them, are those of the frozen lists.
inline const syntax::Register& registers_with_larger_numbers() {
  static const syntax::Register larger = [] {
    syntax::Register made = frozen_registers();
    made.lists.number_words.insert({{"hundred", 100}, {"thousand", 1000}, {"million", 1'000'000}});
    return made;
  }();
  return larger;
}

inline const syntax::WordLists& word_lists() {
  return frozen_registers().lists;
}

}  // namespace concord::test
