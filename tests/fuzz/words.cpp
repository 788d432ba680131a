// The parsers of labels, identifiers and references, which look at a few words at a time.
#include <algorithm>

#include "graph/keys.h"
#include "graph/numbers.h"
#include "syntax/document.h"
#include "syntax/number.h"
#include "way.h"

namespace fuzz = concord::fuzz;
using namespace concord;

namespace {

void check_label(std::string_view text) {
  const syntax::Number number = syntax::number_at_start(text);
  if (!number.present()) return;
  fuzz::promise(text.starts_with(number.label), "a label stands verbatim at the start");
  fuzz::promise(number.label.find(number.bare()) != std::string::npos, "the bare label is in it");
  fuzz::promise(number.style == syntax::NumberStyle::automatic || !number.path.empty(),
                "a printed number has a value");
  for (const syntax::Number& reading : syntax::readings(number)) {
    fuzz::promise(reading.label == number.label, "every reading is one of the same label");
    fuzz::promise(!syntax::is_next(reading, reading), "no number is next to itself");
  }
}

void check_names(const std::string& text) {
  const std::string slug = graph::slug(text);
  fuzz::promise(slug.empty() || graph::valid_id(slug), "a slug is an identifier");
  fuzz::promise(slug.size() <= 60, "a slug is short");
  graph::Names names;
  fuzz::promise(names.take(text) == text && names.take(text) != text, "a name is given once");
  for (const std::string& part : graph::parts_of(text)) {
    fuzz::promise(!part.empty(), "a part of a number has signs");
  }
}

// The references of one paragraph: each range lies within the text and is what it says it is.
void check_references(std::string_view text) {
  fuzz::Way way;
  fuzz::compile(way,
                "---\nid: fuzz\ncouncil: C\ntitle: T\n---\n\n## 1. One\n\n1.1 First.\n\n"
                "- (a) letter\n- (b) letter\n\n## 2. Two\n\n2.1 " +
                    std::string(text) + "\n\n## 3. Three\n\n3.1 Last.\n",
                "fuzz.md");
  if (!way.protocol) return;
  for (const passes::Reference& reference : way.protocol->references()) {
    const std::string& words = (*way.protocol)[reference.from].words().text;
    fuzz::promise(
        reference.range.begin <= reference.range.end && reference.range.end <= words.size(),
        "a reference stands in its clause's words");
    fuzz::promise(!reference.to || reference.kind == passes::ReferenceKind::internal,
                  "only internal references lead to clauses");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::as_text(data, std::min<std::size_t>(size, 4096));
  check_label(text);
  check_names(std::string(text));
  check_references(text);
  return 0;
}
