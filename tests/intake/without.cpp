// Writes the source of a document as `concord import` does, one of the rules of recognition left
// out, or of those by which a Word file is read.
//
// usage: without RULE DOCUMENT SOURCE.md   the rule "" leaves none out
//        without                           prints the rules, one a line
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>

#include "intake/read.h"
#include "intake/recognise.h"
#include "intake/word_rules.h"

namespace {

using namespace concord;

// The project's own, as they are now.
syntax::ImportLists import_lists() {
  source::SourceMap sources;
  syntax::ImportLists lists;
  diag::Sink sink;
  syntax::read_import_lists(
      sources, sources.load(CONCORD_SOURCE_DIR "/protocols/register/import.yaml"), lists, sink);
  return lists;
}

int write(const std::string& rule, const char* document, const char* source) {
  const syntax::ImportLists lists = import_lists();
  std::ifstream file(document, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  intake::Outcome outcome =
      intake::format_of(bytes) == intake::Format::word
          ? intake::read_word_without(bytes, intake::Changes::accept, lists, rule)
          : intake::read(bytes, intake::Changes::accept, lists);
  if (std::holds_alternative<intake::Refusal>(outcome)) return 1;
  intake::Import import = intake::recognise(std::get<intake::Reading>(std::move(outcome)),
                                            {"measured", ""}, lists, rule);
  std::ofstream(source) << to_markdown(import.document, syntax::Notes::kept);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count == 4) return write(words[1], words[2], words[3]);
  auto names = concord::intake::word_rule_names();
  std::ranges::copy(concord::intake::rule_names(), std::back_inserter(names));
  for (const std::string_view name : names)
    std::printf("%.*s\n", static_cast<int>(name.size()), name.data());
  return count == 1 ? 0 : 2;
}
