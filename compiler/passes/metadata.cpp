// What the front matter says of adoption, review, versions and sign-off; and text that somebody
// meant to fill in.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

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
    for (const Clause& clause : subject_.graph.clauses) check_placeholders(clause);
  }

 private:
  void report(diag::Code code, std::string_view key, std::string message) const {
    subject_.sink.report({code, data_.span(key, subject_.graph.file), std::move(message)});
  }

  void check_adoption() const {
    if (data_.status != syntax::Status::adopted) return;
    std::vector<std::string_view> missing;
    if (!data_.adopted.date.present()) missing.emplace_back("date");
    if (data_.adopted.body.empty()) missing.emplace_back("body");
    if (data_.adopted.minute.empty()) missing.emplace_back("minute");
    if (missing.empty()) return;
    report(diag::Code::MET001, "adopted",
           fmt::format("the status is adopted, and \"adopted\" has no {}",
                       fmt::join(missing, " and no ")));
  }

  void check_review() const {
    const syntax::Review& review = data_.review;
    const bool current = data_.status != syntax::Status::superseded;
    if (current && !review.due.present() && !review.date.present())
      report(diag::Code::MET007, "review", "no date of review, neither past nor due");
    if (!review.due.present()) return;
    if (current && !subject_.options.as_of.empty() &&
        review.due.last_day() < subject_.options.as_of)
      report(diag::Code::MET002, "review.due",
             fmt::format("the review was due by {} and is overdue", review.due.in_words()));
    if (data_.adopted.date.present() && review.due.last_day() < data_.adopted.date.iso)
      report(diag::Code::MET003, "review.due",
             fmt::format("the review is due by {}, before adoption ({})", review.due.in_words(),
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
               fmt::format("the version of {} stands after the version of {}",
                           versions[i].date.in_words(), versions[i - 1].date.in_words()));
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
               fmt::format("the sign-off has no {}", fmt::join(missing, " and no ")));
    }
  }

  // "TBC", "[insert date]", "XX/XX/XXXX", "………", "____".
  void check_placeholders(const Clause& clause) const {
    const std::string_view text = clause.words().text;
    for (const Word& word : subject_.words_of(clause)) {
      if (is_placeholder(text, word) && !subject_.is_closed(clause, word.range))
        report_placeholder(clause, word.range);
    }
    const auto may_fill = [](char c) { return c == '.' || c == '_' || c == '\xE2'; };
    for (std::uint32_t at = find_from(text, 0, may_fill); at < text.size();) {
      const std::uint32_t end = filler_end(text, at);
      if (end - at >= 4 && stands_alone(text, {at, end})) report_placeholder(clause, {at, end});
      at = find_from(text, std::max(end, at + 1), may_fill);
    }
  }

  static bool is_placeholder(std::string_view text, const Word& word) {
    static constexpr std::array<std::string_view, 4> abbreviations = {"TBC", "TBA", "TBD", "TODO"};
    static constexpr std::array<std::string_view, 6> openings = {"insert", "name", "date",
                                                                 "title",  "add",  "xx"};
    const std::string_view printed = slice(text, word.range);
    if (word.all_capitals && std::ranges::find(abbreviations, printed) != abbreviations.end())
      return true;
    if (word.folded == "lorem" && text.substr(word.range.end).starts_with(" ipsum")) return true;
    const bool first = word.range.begin == 0 || text[word.range.begin - 1] != '/';
    if (word.folded == "xx" && first && fold(text.substr(word.range.end, 3)) == "/xx") return true;
    const bool bracketed = word.range.begin > 0 && text[word.range.begin - 1] == '[';
    return bracketed && std::ranges::find(openings, word.folded) != openings.end();
  }

  // The end of a run of full stops, ellipses or underscores.
  static std::uint32_t filler_end(std::string_view text, std::uint32_t at) {
    while (at < text.size()) {
      if (text[at] == '.' || text[at] == '_') {
        ++at;
      } else if (text.substr(at).starts_with("\xE2\x80\xA6")) {
        at += 3;
      } else {
        break;
      }
    }
    return at;
  }

  // Not "…21/3/24…": somebody has filled that in.
  static bool stands_alone(std::string_view text, Range range) {
    const auto is_filled = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    if (range.end - range.begin == 3 && text[range.begin] != '.') return false;
    return (range.begin == 0 || !is_filled(text[range.begin - 1])) &&
           (range.end == text.size() || !is_filled(text[range.end]));
  }

  void report_placeholder(const Clause& clause, Range range) const {
    subject_.report(diag::Code::MET006, clause, range,
                    fmt::format("\"{}\" looks like text still to be filled in",
                                slice(clause.words().text, range)));
  }

  const Subject& subject_;
  const Metadata& data_;
};

}  // namespace

void check_metadata(const Subject& subject) {
  Pass(subject).run();
}

}  // namespace concord::passes
