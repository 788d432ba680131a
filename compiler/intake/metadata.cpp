#include "intake/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "diag/messages.h"
#include "intake/wording.h"
#include "source/characters.h"
#include "syntax/day.h"
#include "syntax/designation.h"

namespace concord::intake {
namespace {

using syntax::Date;
using syntax::Metadata;

// How far down a title can stand, in pieces.
constexpr std::size_t longest_head = 14;
constexpr std::size_t longest_title = 120;

// "2024-05-20" of a day at the head of the words, "2024-05" of "May 2024"; else nothing.
Date date_at(std::string_view text) {
  if (const auto day = syntax::day_at(text); day && day->year > 0 && day->exists())
    return {fmt::format("{:04}-{:02}-{:02}", day->year < 100 ? day->year + 2000 : day->year,
                        day->month, day->day)};
  const auto month = syntax::month_at(text);
  if (!month) return {};
  const std::string_view rest = trimmed(text.substr(month->length));
  const std::string_view year = rest.substr(0, 4);
  if (year.size() < 4 || !std::ranges::all_of(year, source::is_digit)) return {};
  return {fmt::format("{}-{:02}", year, month->number)};
}

// "20 th May": an ordinal that a scan tore.
std::string without_torn_ordinals(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool torn =
        text[at] == ' ' && !out.empty() && source::is_digit(out.back()) &&
        std::ranges::any_of(
            std::array<std::string_view, 4>{"th ", "st ", "nd ", "rd "},
            [&](std::string_view ordinal) { return text.substr(at + 1).starts_with(ordinal); });
    if (!torn) out += text[at];
  }
  return out;
}

// The first date in the words behind `from`, no more than `within` bytes off.
Date date_behind(std::string_view text, std::size_t from, std::size_t within) {
  const std::string words = without_torn_ordinals(text.substr(from));
  for (std::size_t at = 0; at < std::min(words.size(), within); ++at) {
    const bool begins = at == 0 || !source::is_alnum(words[at - 1]);
    if (!begins || !source::is_alnum(words[at])) continue;
    if (Date date = date_at(std::string_view(words).substr(at)); date.present()) return date;
  }
  return {};
}

bool is_name_word(std::string_view token, const ImportLists& lists) {
  return opens_with_capital(token) || lists.council_particles.contains(folded(token));
}

// A line that is a council's name and nothing else.
bool is_council_name(std::string_view text, const ImportLists& lists) {
  const std::string small = folded(text);
  const auto tokens = tokens_of(text);
  if (tokens.size() < 2 || tokens.size() > 8 || ends_with_punctuation(text)) return false;
  const auto fits = [&](std::string_view token) { return is_name_word(token, lists); };
  if (!std::ranges::all_of(tokens, fits)) return false;
  if (contains(small, "protocol") || contains(small, "policy") || contains(small, "code of"))
    return false;
  return lists.council_nouns.contains(folded(tokens.back())) || small.starts_with("council of") ||
         contains(small, "borough of") || small.starts_with("cyngor ");
}

// The names of councils in a sentence: capitals up to "Council", with its kind or "City of" in
// them.
std::vector<std::string> names_in(std::string_view text, const ImportLists& lists) {
  std::vector<std::string> names;
  const auto tokens = tokens_of(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::string_view last = tokens[i];
    while (!last.empty() && !source::is_alnum(last.back())) {
      if (static_cast<unsigned char>(last.back()) >= 0x80) break;
      last.remove_suffix(1);
    }
    if (folded(last) != "council" || !opens_with_capital(last)) continue;
    std::size_t begin = i;
    while (begin > 0 && i - begin < 6 && is_name_word(tokens[begin - 1], lists) &&
           source::is_alpha(tokens[begin - 1].back()))
      --begin;
    while (begin < i && !opens_with_capital(tokens[begin])) ++begin;
    if (folded(tokens[begin]) == "the") ++begin;
    std::string name;
    for (std::size_t at = begin; at < i; ++at) name += std::string(tokens[at]) + ' ';
    name += last;
    const bool kind = contains_any(folded(name), lists.kinds_of_council);
    if (kind && i - begin >= 2 && is_council_name(name, lists)) names.push_back(name);
  }
  return names;
}

// "PITSTONE PARISH COUNCIL" as it is written in a sentence.
std::string in_title_case(std::string_view text, const ImportLists& lists) {
  if (!in_capitals(text)) return std::string(text);
  std::string out;
  bool word_begins = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    // "Part 5C"
    const bool letter_of_number = at > 0 && source::is_digit(text[at - 1]) &&
                                  (at + 1 == text.size() || !source::is_alnum(text[at + 1]));
    if (letter_of_number) {
      out += c;
    } else if (word_begins && source::is_alpha(c)) {
      std::size_t end = at;
      while (end < text.size() && source::is_alpha(text[end])) ++end;
      const std::string word = folded(text.substr(at, end - at));
      out += lists.small_words.contains(word) && !out.empty() ? word[0] : c;
    } else {
      out += source::lower(c);
    }
    word_begins = !source::is_alnum(c) && c != '\'' && static_cast<unsigned char>(c) < 0x80;
  }
  return out;
}

bool is_title(std::string_view text, const ImportLists& lists) {
  return contains_any(folded(text), lists.title_words) && text.size() <= longest_title &&
         !ends_sentence(text) && !leads_in(text);
}

// "SECTION 18", "Part 5", "POLICY": what the document is a part of.
bool is_part(std::string_view text, const ImportLists& lists) {
  if (lists.document_parts.contains(folded(trimmed(text)))) return true;
  const auto designation = syntax::designation_at_start(text);
  return designation && designation->length == trimmed(text).size();
}

class MetadataFinder {
 public:
  explicit MetadataFinder(Draft& draft)
      : draft_(draft), lists_(draft.lists), pieces_(draft.pieces) {}

  Metadata run() {
    found_.profile = "transcription";
    found_.language = draft_.properties.language.starts_with("cy") ? "cy" : "en-GB";
    read_head();
    read_furniture();
    find_title();
    find_council();
    read_dates();
    read_versions();
    take_signature();
    if (found_.adopted.date.present()) found_.status = syntax::Status::adopted;
    put_title();
    return std::move(found_);
  }

 private:
  std::size_t end_of_head() const {
    for (std::size_t i = 0; i < pieces_.size() && i < longest_head; ++i)
      if (pieces_[i].marked() ||
          (ends_sentence(pieces_[i].text()) && pieces_[i].text().size() > 60 &&
           pieces_[i].text().find('\t') == std::string_view::npos))
        return i;
    return std::min(pieces_.size(), longest_head);
  }

  // The council above the title, with no more than a line break between.
  void part_council_from_title() {
    for (std::size_t i = 0; i < std::min(pieces_.size(), longest_head); ++i) {
      const std::string_view text = pieces_[i].text();
      const std::size_t end = text.find('\n');
      if (end == std::string_view::npos || !is_council_name(trimmed(text.substr(0, end)), lists_))
        continue;
      Piece rest = pieces_[i];
      rest.prose = cut(pieces_[i].prose, end + 1);
      pieces_.insert(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(rest));
    }
  }

  void read_head() {
    part_council_from_title();
    const std::size_t end = end_of_head();
    std::vector<bool> gone(pieces_.size(), false);
    for (std::size_t i = 0; i < end; ++i) {
      Piece& piece = pieces_[i];
      const std::string_view text = trimmed(piece.text());
      if (piece.kind == BlockKind::table || text.empty()) continue;
      if (found_.council.empty() && is_council_name(text, lists_)) {
        found_.council = in_title_case(text, lists_);
        gone[i] = true;
      } else if (is_part(text, lists_) && !is_one_of_several(i)) {
        add_part(in_title_case(text, lists_));
        gone[i] = true;
      } else if (title_at_ == none && is_title(text, lists_)) {
        title_at_ = i;
      }
    }
    if (title_at_ == none) title_at_ = first_heading(end, gone);
    take_out(gone);
  }

  // A text whose first line is a heading and names nothing that a title is known by.
  std::size_t first_heading(std::size_t end, const std::vector<bool>& gone) const {
    double largest = 0;
    for (const Piece& piece : pieces_) largest = std::max(largest, piece.size);
    for (std::size_t i = 0; i < end; ++i) {
      if (gone[i]) continue;
      const Piece& piece = pieces_[i];
      const bool heads = (piece.bold && piece.size > 0 && piece.size >= largest) ||
                         piece.heading_level == 1 || piece.role == Role::title ||
                         folded(piece.style) == "title" || piece.centred ||
                         in_capitals(piece.text());
      return heads && could_head(piece.text(), lists_) && end > i + 1 ? i : none;
    }
    return none;
  }

  void take_out(const std::vector<bool>& gone) {
    std::vector<Piece> kept;
    std::size_t before = 0;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (!gone[i]) {
        kept.push_back(std::move(pieces_[i]));
        continue;
      }
      if (title_at_ != none && i < title_at_) ++before;
      draft_.remove(pieces_[i], diag::IMP015::in_front_matter);
    }
    if (title_at_ != none) title_at_ -= before;
    pieces_ = std::move(kept);
  }

  // "PART I" above others of its kind is where the text itself is divided.
  bool is_one_of_several(std::size_t i) const {
    const auto own = syntax::designation_at_start(trimmed(pieces_[i].text()));
    if (!own) return false;
    return std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1, pieces_.end(),
                       [&](const Piece& piece) {
                         if (piece.kind == BlockKind::table || !is_part(piece.text(), lists_))
                           return false;
                         const auto other = syntax::designation_at_start(trimmed(piece.text()));
                         return other && other->noun == own->noun && other->number != own->number;
                       });
  }

  void add_part(const std::string& part) {
    if (contains(found_.part, part)) return;
    found_.part = found_.part.empty() ? part : found_.part + ", " + part;
  }

  // "Appendix 16: Protocol for …" and "City of … Council Constitution" at the edge of the pages.
  void read_furniture() {
    for (const std::string& line : draft_.furniture)
      for (const std::string_view part : set_apart(line)) read_furniture(part);
  }

  void read_furniture(std::string_view text) {
    read_date_of(text);
    if (contains(folded(text), "constitution") &&
        is_council_name(without_constitution(text), lists_)) {
      if (found_.council.empty())
        found_.council = in_title_case(without_constitution(text), lists_);
      if (!contains(found_.part, "Constitution"))
        found_.part = found_.part.empty() ? "Constitution" : "Constitution, " + found_.part;
      return;
    }
    if (found_.council.empty() && is_council_name(text, lists_))
      found_.council = in_title_case(text, lists_);
    const auto designation = syntax::designation_at_start(text);
    if (designation && designation->set_apart) {
      const std::string_view rest = behind_sign(text.substr(designation->length));
      if (!is_title(rest, lists_)) return;
      add_part(std::string(text.substr(0, designation->length)));
      text = rest;
    }
    if (furniture_title_.empty() && is_title(text, lists_)) furniture_title_ = text;
  }

  // What stands at the left, in the middle and at the right of a header or footer.
  static std::vector<std::string_view> set_apart(std::string_view line) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t end = std::min({line.find('\t', at), line.find("  ", at), line.size()});
      const std::string_view part = trimmed(line.substr(at, end - at));
      if (!part.empty()) parts.push_back(part);
      at = end + 1;
    }
    return parts;
  }

  static std::string_view without_constitution(std::string_view text) {
    const auto tokens = tokens_of(text);
    if (tokens.empty() || folded(tokens.back()) != "constitution") return text;
    return trimmed(text.substr(0, text.size() - tokens.back().size()));
  }

  static std::string_view behind_sign(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view sign : {":", "–", "—", "-", ".", ","})
      if (text.starts_with(sign)) return trimmed(text.substr(sign.size()));
    return text;
  }

  void find_title() {
    if (title_at_ != none) {
      found_.title = in_title_case(trimmed(pieces_[title_at_].text()), lists_);
      std::ranges::replace(found_.title, '\n', ' ');
    } else if (!furniture_title_.empty()) {
      found_.title = in_title_case(furniture_title_, lists_);
    } else if (is_title(draft_.properties.title, lists_)) {
      found_.title = draft_.properties.title;
    }
  }

  void find_council() {
    if (!found_.council.empty()) return;
    std::map<std::string, std::size_t> counts;
    std::string first_in_heading;
    for (const Piece& piece : pieces_) {
      for (const std::string& name : names_in(piece.text(), lists_)) {
        ++counts[name];
        const bool heads = piece.text().starts_with(name) && !ends_sentence(piece.text()) &&
                           piece.text().size() < longest_title;
        if (heads && first_in_heading.empty()) first_in_heading = name;
      }
    }
    if (!first_in_heading.empty()) {
      found_.council = in_title_case(first_in_heading, lists_);
    } else if (counts.size() == 1) {
      found_.council = in_title_case(counts.begin()->first, lists_);
    } else if (counts.size() > 1) {
      report_councils(counts);
    } else if (is_council_name(draft_.properties.company, lists_)) {
      found_.council = draft_.properties.company;
    } else {
      found_.council = council_in_title(draft_.properties.title);
    }
  }

  // "Member and officer protocol | Barchester City Council": what a site calls its page.
  std::string council_in_title(std::string_view title) const {
    for (const std::string_view sign : {"|", " - ", " – ", " — ", " :: "}) {
      for (std::size_t at = 0; at < title.size();) {
        const std::size_t end = std::min(title.find(sign, at), title.size());
        const std::string_view part = trimmed(title.substr(at, end - at));
        if (is_council_name(part, lists_)) return in_title_case(part, lists_);
        at = end + sign.size();
      }
    }
    return {};
  }

  void report_councils(const std::map<std::string, std::size_t>& counts) {
    std::string names;
    for (const auto& [name, count] : counts) names += (names.empty() ? "" : ", ") + name;
    draft_.doubt(diag::Code::IMP019, {}, names, diag::IMP019::several_councils);
  }

  void read_dates() {
    for (const Piece& piece : pieces_) read_date_of(piece.text());
  }

  void read_date_of(std::string_view text) {
    if (text.size() > 400) return;
    const std::string small = folded(text);
    set_date(found_.adopted.date, text, small, lists_.adoption_cues);
    set_date(found_.review.due, text, small, lists_.next_review_cues);
    set_date(found_.review.date, text, small, lists_.last_review_cues);
  }

  static void set_date(Date& date, std::string_view text, const std::string& small,
                       const syntax::PhraseList& cues) {
    if (date.present()) return;
    for (const std::string& cue : cues) {
      const std::size_t at = small.find(cue);
      if (at == std::string::npos || (at > 0 && source::is_alpha(small[at - 1]))) continue;
      date = date_behind(text, at + cue.size(), 60);
      if (date.present()) return;
    }
  }

  void read_versions() {
    for (const Piece& piece : pieces_) {
      if (piece.kind != BlockKind::table || piece.rows.size() < 2) continue;
      const std::vector<std::string> head = cells_of(piece.rows.front());
      const auto date = std::ranges::find_if(
          head, [](const std::string& c) { return contains(folded(c), "date"); });
      const auto note = std::ranges::find_if(head, [&](const std::string& c) {
        return contains_any(folded(c), lists_.change_columns);
      });
      const auto version = std::ranges::find_if(
          head, [](const std::string& c) { return contains(folded(c), "version"); });
      if (date == head.end() || (note == head.end() && version == head.end())) continue;
      for (std::size_t row = 1; row < piece.rows.size(); ++row)
        add_version(cells_of(piece.rows[row]), date - head.begin(),
                    note == head.end() ? -1 : note - head.begin(),
                    version == head.end() ? -1 : version - head.begin());
    }
  }

  static std::vector<std::string> cells_of(const Row& row) {
    std::vector<std::string> cells;
    for (const Cell& cell : row.cells) {
      std::string words;
      for (const Runs& runs : cell.paragraphs) words += (words.empty() ? "" : " ") + text_of(runs);
      cells.emplace_back(trimmed(words));
    }
    return cells;
  }

  void add_version(const std::vector<std::string>& cells, std::ptrdiff_t date, std::ptrdiff_t note,
                   std::ptrdiff_t version) {
    const auto cell = [&](std::ptrdiff_t at) {
      return at >= 0 && at < static_cast<std::ptrdiff_t>(cells.size())
                 ? cells[static_cast<std::size_t>(at)]
                 : std::string();
    };
    syntax::Version each;
    each.date = date_behind(cell(date), 0, 8);
    if (!each.date.present()) return;
    each.note = cell(note);
    each.version = cell(version);
    found_.versions.push_back(std::move(each));
  }

  // "Signed on behalf of … by:", then a name and what its bearer is, at the end of the text.
  void take_signature() {
    for (std::size_t i = pieces_.size() > 8 ? pieces_.size() - 8 : 0; i + 2 < pieces_.size(); ++i) {
      const Piece& lead = pieces_[i];
      if (!folded(lead.text()).starts_with("signed") || !leads_in(lead.text())) continue;
      if (i + 3 != pieces_.size() || !is_person(pieces_[i + 1].text()) ||
          !is_office(pieces_[i + 2].text()))
        return;
      found_.signoff.push_back({std::string(trimmed(pieces_[i + 2].text())),
                                std::string(trimmed(pieces_[i + 1].text())),
                                {}});
      for (std::size_t j = i; j < i + 3; ++j)
        draft_.remove(pieces_[j], diag::IMP015::in_front_matter);
      pieces_.resize(i);
    }
  }

  static bool is_person(std::string_view text) {
    const auto tokens = tokens_of(text);
    return tokens.size() >= 2 && tokens.size() <= 5 &&
           std::ranges::all_of(tokens, opens_with_capital) && !ends_with_punctuation(text);
  }

  bool is_office(std::string_view text) const {
    return contains_any(folded(text), lists_.signatory_words) && tokens_of(text).size() <= 6;
  }

  void put_title() {
    if (found_.title.empty()) return;
    if (title_at_ != none) {
      pieces_[title_at_].role = Role::title;
      pieces_[title_at_].heading_level = 1;
      if (title_at_ > 0)
        std::rotate(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(title_at_),
                    pieces_.begin() + static_cast<std::ptrdiff_t>(title_at_) + 1);
      return;
    }
    Piece title;
    title.role = Role::title;
    title.heading_level = 1;
    title.prose.text = found_.title;
    pieces_.insert(pieces_.begin(), std::move(title));
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  Draft& draft_;
  const ImportLists& lists_;
  std::vector<Piece>& pieces_;
  Metadata found_;
  std::size_t title_at_ = none;
  std::string furniture_title_;
};

}  // namespace

syntax::Metadata find_metadata(Draft& draft) {
  return MetadataFinder(draft).run();
}

}  // namespace concord::intake
