#include "language/statements/tables.h"

namespace concord::language {

StatementReader::Tables::Tables(const syntax::WordLists& from)
    : lists(from), modals(from), phrases(from, from.modal_phrases), verbs(from), nouns(from) {
  add(from.expectations, CueKind::expectation);
  add(from.exception_openers, CueKind::exception);
  add(from.deadline_words, CueKind::deadline);
  add(from.condition_openers, CueKind::condition);
  add(from.deadline_openers, CueKind::deadline_opener);
  add(from.sentence_openers, CueKind::opener);
}

void StatementReader::Tables::add(const std::vector<std::string>& words, CueKind kind) {
  for (const std::string& each : words) cues.add(each, static_cast<std::size_t>(kind));
}

}  // namespace concord::language
