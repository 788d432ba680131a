#include "view/tracked.h"

#include <fmt/format.h>

#include "draft/reasons.h"
#include "view/redline.h"
#include "view/redline_words.h"
#include "view/view.h"
#include "view/words.h"

namespace concord::view {
namespace {

std::vector<std::string> keys(const std::vector<graph::ClauseId>& clauses,
                              const passes::Protocol& protocol) {
  std::vector<std::string> all;
  all.reserve(clauses.size());
  for (const graph::ClauseId clause : clauses) all.push_back(protocol[clause].key);
  return all;
}

// "Stronger rule: “should” becomes “must”."
std::string says(const RedlineEffect& effect, const Words& words) {
  std::string line = effect.says;
  std::string sign = ": ";
  for (const std::string* each : {&effect.before, &effect.after}) {
    if (each->empty()) continue;
    line += fmt::format("{}“{}”", sign, *each);
    sign = fmt::format(" {} ", words["becomes"]);
  }
  return line + ".";
}

std::string comment(const draft::Change& change, const passes::Protocol& before,
                    const passes::Protocol& after, const Loans& loans) {
  const Words words(after.metadata().language);
  std::string all;
  const auto add = [&](const std::string& line) {
    if (line.empty()) return;
    all += (all.empty() ? "" : " ") + line;
  };
  if (change.kind == draft::ChangeClass::none) return all;
  for (const std::string& from : change.from)
    add(sentence(words.say("mark_borrowed", fmt::arg("lender", lender_words(loans, from)))));
  for (const draft::Effect& effect : change.effects)
    add(says(redline_effect(effect, words), words));
  if (change.redirected) add(std::string(words["comment_redirected"]));
  const auto reason = [&](const std::string& why) {
    if (!why.empty()) add(words.say("comment_reason", fmt::arg("reason", why)));
  };
  for (const std::string& why : said_anew(change.descent, "reason", before, after)) reason(why);
  reason(reason_of_deletion(change.descent, before, after));
  return all;
}

std::string day_of(const passes::Protocol& protocol) {
  const syntax::Date& date = protocol.metadata().adopted.date;
  return date.is_day() ? date.iso : "";
}

}  // namespace

Tracked tracked(const draft::Revision& revision, const passes::Protocol& before,
                const passes::Protocol& after, const std::string& as_of, const Loans& loans) {
  Tracked made;
  made.before = protocol(before, as_of);
  made.after = protocol(after, as_of);
  for (const draft::Change& change : revision.changes())
    made.changes.push_back({keys(change.descent.before, before), keys(change.descent.after, after),
                            change.descent.moved, change.pieces, change.table,
                            comment(change, before, after, loans)});
  made.headline = headline(revision, Words(after.metadata().language));
  made.before_name = version_named(before.metadata(), after.metadata().language).name;
  made.after_name = version_named(after.metadata(), after.metadata().language).name;
  made.day = day_of(after).empty() ? day_of(before) : day_of(after);
  return made;
}

}  // namespace concord::view
