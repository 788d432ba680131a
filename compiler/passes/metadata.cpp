// What the front matter says of adoption, review, versions and sign-off; and text that somebody
// meant to fill in.

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "diag/messages.h"
#include "passes/placeholders.h"
#include "passes/review.h"
#include "passes/subject.h"

namespace concord::passes {
namespace {

using graph::Clause;
using syntax::Metadata;

class Pass {
 public:
  explicit Pass(const Subject& subject) : subject_(subject), data_(subject.graph.metadata) {}

  void run() {
    check_adoption();
    check_review();
    check_versions();
    check_signoff();
    check_deletions();
    check_placeholders();
    for (const Clause& clause : subject_.graph.clauses) check_placeholders(clause);
  }

 private:
  void report(diag::Code code, std::string_view key, std::string message) const {
    subject_.sink.report({code, data_.span(key, subject_.graph.file), std::move(message)});
  }

  // "date, body or minute"
  static std::string listed(const std::vector<std::string_view>& words) {
    if (words.size() < 2) return fmt::format("{}", fmt::join(words, ""));
    const std::vector<std::string_view> first(words.begin(), words.end() - 1);
    return fmt::format("{} or {}", fmt::join(first, ", "), words.back());
  }

  void check_adoption() const {
    if (data_.status == syntax::Status::draft) check_draft();
    if (data_.status != syntax::Status::adopted) return;
    std::vector<std::string_view> missing;
    if (!data_.adopted.date.present()) missing.emplace_back("date");
    if (data_.adopted.body.empty()) missing.emplace_back("body");
    if (data_.adopted.minute.empty()) missing.emplace_back("minute");
    if (missing.empty()) return;
    report(diag::Code::MET001, "adopted", fmt::format(diag::MET001::without, listed(missing)));
  }

  // A draft begun as a copy keeps what was said of the text before it.
  void check_draft() const {
    if (data_.spans.contains("status") && data_.profile == "transcription")
      report(diag::Code::MET012, "profile", diag::MET012::draft);
    if (!data_.adopted.date.present()) return;
    const std::string date = data_.adopted.date.in_words();
    report(diag::Code::MET008, "adopted.date",
           data_.spans.contains("status") ? fmt::format(diag::MET008::draft, date)
                                          : fmt::format(diag::MET008::no_status, date));
  }

  void check_review() const {
    const syntax::Review& review = data_.review;
    const bool current = data_.status != syntax::Status::superseded;
    if (current && !review.due.present() && !review.date.present())
      report(diag::Code::MET007, "review", diag::MET007::no_review);
    if (!review.due.present()) return;
    if (current && is_overdue(review, subject_.options.as_of))
      report(diag::Code::MET002, "review.due",
             fmt::format(diag::MET002::overdue, review.due.in_words()));
    if (data_.adopted.date.present() && review.due.last_day() < data_.adopted.date.iso)
      report(diag::Code::MET003, "review.due",
             fmt::format(diag::MET003::before_adoption, review.due.in_words(),
                         data_.adopted.date.in_words()));
  }

  // The oldest first; a table that is the newest first throughout is in order too.
  void check_versions() const {
    const auto& versions = data_.versions;
    const auto earlier = [&](std::size_t a, std::size_t b) {
      const auto& first = versions[a].date;
      const auto& second = versions[b].date;
      return first.present() && second.present() && first.last_day() < second.iso;
    };
    bool falls = versions.size() > 2;
    for (std::size_t i = 1; i < versions.size(); ++i) falls = falls && !earlier(i - 1, i);
    if (falls) return;
    for (std::size_t i = 1; i < versions.size(); ++i)
      if (earlier(i, i - 1))
        report(diag::Code::MET004, fmt::format("versions.{}", i),
               fmt::format(diag::MET004::out_of_order, versions[i].date.in_words(),
                           versions[i - 1].date.in_words()));
  }

  void check_deletions() const {
    for (std::size_t i = 0; i < data_.deleted.size(); ++i)
      if (data_.deleted[i].reason.empty())
        report(diag::Code::VER004, fmt::format("deleted.{}", i),
               fmt::format(diag::VER004::no_reason, data_.deleted[i].clause));
  }

  void check_signoff() const {
    for (std::size_t i = 0; i < data_.signoff.size(); ++i) {
      const syntax::Signature& signature = data_.signoff[i];
      std::vector<std::string_view> missing;
      if (signature.role.empty()) missing.emplace_back("role");
      if (signature.name.empty()) missing.emplace_back("name");
      if (!signature.date.present()) missing.emplace_back("date");
      if (!missing.empty())
        report(diag::Code::MET005, fmt::format("signoff.{}", i),
               fmt::format(diag::MET005::incomplete, listed(missing)));
    }
  }

  void check_placeholders(const Clause& clause) const {
    const std::string_view text = clause.words().text;
    if (!clause.table) {
      report_placeholders(clause, 0, placeholders_of(text, subject_.words_of(clause), lists()));
      return;
    }
    for (const Range cell : passages_of(clause)) {
      const std::string_view part = slice(text, cell);
      report_placeholders(clause, cell.begin, placeholders_of(part, Words(part), lists()));
    }
  }

  const syntax::WordLists& lists() const { return subject_.registers.lists; }

  // Places are counted from byte `from` of the clause's words.
  void report_placeholders(const Clause& clause, std::uint32_t from,
                           const std::vector<Range>& places) const {
    for (const Range place : places) {
      const Range range{place.begin + from, place.end + from};
      if (!subject_.is_closed(clause, range))
        subject_.report(diag::Code::MET006, clause, range,
                        unfilled(slice(clause.words().text, range)));
    }
  }

  // What the pages show of the front matter.
  void check_placeholders() const {
    check_placeholder("council", data_.council);
    check_placeholder("title", data_.title);
    check_placeholder("part", data_.part);
    check_placeholder("adopted.body", data_.adopted.body);
    check_placeholder("adopted.minute", data_.adopted.minute);
    check_placeholder("review.owner", data_.review.owner);
    check_placeholder("contact.phone", data_.contact.phone);
    for (std::size_t i = 0; i < data_.signoff.size(); ++i)
      check_placeholder(fmt::format("signoff.{}.name", i), data_.signoff[i].name);
  }

  void check_placeholder(std::string_view key, std::string_view value) const {
    const std::vector<Range> found = placeholders_of(value, Words(value), lists());
    if (!found.empty()) report(diag::Code::MET006, key, unfilled(slice(value, found.front())));
  }

  static std::string unfilled(std::string_view words) {
    return fmt::format(diag::MET006::placeholder, words);
  }

  const Subject& subject_;
  const Metadata& data_;
};

}  // namespace

void check_metadata(const Subject& subject) {
  Pass(subject).run();
}

}  // namespace concord::passes
