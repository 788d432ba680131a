// What the fuzz programs share: the way from bytes to a protocol, and how a broken promise is told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "passes/protocol.h"
#include "passes/vocabulary.h"
#include "source/source_map.h"
#include "syntax/registers.h"

namespace concord::fuzz {

// One text on its way, with everything that it was made into.
struct Way {
  source::SourceMap sources;
  diag::Sink sink;
  syntax::Document document;
  std::optional<passes::Protocol> protocol;
};
void compile(Way& way, std::string_view text, const std::string& name);

// The input as a text; inputs come as bytes.
inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The project's own registers; read once.
const syntax::Register& registers();

// Ends the program with the words where the promise is broken: libFuzzer keeps the input.
void promise(bool holds, std::string_view words);

}  // namespace concord::fuzz
