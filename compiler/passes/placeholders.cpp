#include "passes/placeholders.h"

#include <algorithm>

#include "passes/ranges.h"
#include "source/characters.h"

namespace concord::passes {
namespace {

using source::is_alpha;
using source::is_digit;
using std::string_view;

class Finder {
 public:
  Finder(string_view text, std::span<const Word> words, const syntax::WordLists& lists)
      : text_(text), words_(words), lists_(lists) {}

  std::vector<Range> run() {
    find_bracketed();
    for (std::size_t i = 0; i < words_.size(); ++i) look_at(i);
    find_fillers();
    find_template_marks();
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  void add(std::uint32_t begin, std::uint32_t end) {
    if (taken_.overlaps({begin, end})) return;
    taken_.add({begin, end});
    found_.push_back({begin, end});
  }

  void look_at(std::size_t i) {
    const Word& word = words_[i];
    const bool abbreviated = lists_.placeholder_abbreviations.contains(word.folded);
    const bool to_do = word.all_capitals && (word.folded == "todo" || word.folded == "fixme");
    if (abbreviated || to_do || is_stand_in(i)) {
      add(word.range.begin, end_of_run(word.range.end));
      return;
    }
    const bool insert =
        word.folded == "insert" && word.range.begin > 0 && text_[word.range.begin - 1] == '(';
    if (insert) {
      add(word.range.begin, word.range.end);
    } else if (const std::size_t count = phrase_at(i, lists_.drafting_instructions); count > 0) {
      add(word.range.begin, words_[i + count - 1].range.end);
    } else if (is_date_form(i)) {
      add(word.range.begin, end_of_run(word.range.end));
    } else if (is_outstanding(i)) {
      add(word.range.begin, words_[i + 2].range.end);
    }
  }

  // "XX", "xxx", "20XX", "XXth"; a single X after a pound sign or before what it counts.
  bool is_stand_in(std::size_t i) const {
    const Word& word = words_[i];
    const string_view folded = word.folded;
    const bool pounds = text_.substr(0, word.range.begin).ends_with("\xC2\xA3");
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    std::size_t end = std::min(folded.find_first_not_of('x', digits), folded.size());
    const std::size_t signs = end - digits;
    bool ordinal = false;
    for (const string_view ending : {"st", "nd", "rd", "th"})
      ordinal |= folded.substr(end) == ending;
    if (ordinal) end = folded.size();
    if (end != folded.size() || signs == 0) return false;
    if (digits > 0) return digits + signs == 4 && word.range.end - word.range.begin == 4;
    if (signs == 1) return pounds || ordinal || counts(i);
    if (i > 0 && lists_.roman_nouns.contains(words_[i - 1].singular)) return false;
    // "Councillor XX/Lord Mayor" is a form of address.
    const string_view after = text_.substr(word.range.end);
    const bool named = after.size() > 1 && after[0] == '/' && is_alpha(after[1]);
    return !named || fold(after.substr(1, 1)) == "x" || fold(after.substr(1, 1)) == "m";
  }

  bool counts(std::size_t i) const {
    return text_[words_[i].range.begin] == 'X' && i + 1 < words_.size() &&
           lists_.counted_by_x.contains(words_[i + 1].singular);
  }

  // "dd/mm/yyyy"
  bool is_date_form(std::size_t i) const {
    const string_view folded = words_[i].folded;
    return (folded == "dd" || folded == "mm") && i + 2 < words_.size() &&
           (words_[i + 1].folded == "mm" || words_[i + 1].folded == "dd") &&
           words_[i + 2].folded.starts_with("yy");
  }

  // Past what goes on without a space: "XX/XX/XXXX", "XX,XXX".
  std::uint32_t end_of_run(std::uint32_t end) const {
    const auto goes_on = [&](std::uint32_t at) {
      return at + 1 < text_.size() && string_view("/.,-").find(text_[at]) != string_view::npos &&
             (is_alpha(text_[at + 1]) || is_digit(text_[at + 1]));
    };
    while (end < text_.size() && (is_alpha(text_[end]) || is_digit(text_[end]) || goes_on(end)))
      ++end;
    return end;
  }

  // "to be confirmed" as the whole of a value: after a colon or bracket or at the beginning, and
  // with nothing behind it. "The minutes are to be confirmed" says what happens to them.
  bool is_outstanding(std::size_t i) const {
    if (i + 2 >= words_.size() || words_[i].folded != "to" || words_[i + 1].folded != "be")
      return false;
    if (!lists_.outstanding_participles.contains(words_[i + 2].folded)) return false;
    const string_view before = trimmed_back(text_.substr(0, words_[i].range.begin));
    const string_view after = text_.substr(words_[i + 2].range.end);
    const bool opens = before.empty() || before.ends_with("\xE2\x80\x93") ||
                       before.ends_with("\xE2\x80\x94") ||
                       string_view(":([-.;?|/").find(before.back()) != string_view::npos;
    const bool ends =
        after.empty() || string_view(".)];,|").find(after.front()) != string_view::npos;
    return opens && ends;
  }

  static string_view trimmed_back(string_view text) {
    return text.substr(0, text.find_last_not_of(' ') + 1);
  }

  // How many words the longest phrase that stands at word `i` has; 0 where none of them does.
  std::size_t phrase_at(std::size_t i, const syntax::PhraseList& phrases) const {
    std::size_t most = 0;
    for (const string_view phrase : phrases) most = std::max(most, length_at(i, phrase));
    return most;
  }

  std::size_t length_at(std::size_t i, string_view phrase) const {
    std::size_t count = 0;
    while (!phrase.empty()) {
      const std::size_t space = std::min(phrase.find(' '), phrase.size());
      if (i + count >= words_.size() || words_[i + count].folded != phrase.substr(0, space))
        return 0;
      phrase.remove_prefix(std::min(space + 1, phrase.size()));
      ++count;
    }
    return count;
  }

  // "[insert name of the officer]", "<date>"
  void find_bracketed() {
    std::size_t i = 0;
    const auto is_open = [](char c) { return c == '[' || c == '<'; };
    for (std::uint32_t at = find_from(text_, 0, is_open); at < text_.size();
         at = find_from(text_, at + 1, is_open)) {
      const char close = text_[at] == '[' ? ']' : '>';
      const auto end = text_.substr(0, at + longest_bracket).find(close, at);
      if (end == string_view::npos) continue;
      while (i < words_.size() && words_[i].range.begin < at) ++i;
      const string_view inside = text_.substr(at + 1, end - at - 1);
      const bool blank = text_[at] == '[' && (inside.empty() || (inside == " " && at > 0));
      const bool asks = inside == "?" || inside == "\xE2\x97\x8F" || inside == "\xE2\x80\xA2";
      const bool has_words = i < words_.size() && words_[i].range.begin < end;
      if (blank || asks || (has_words && (opens(i) || closes(i, end))))
        add(at, static_cast<std::uint32_t>(end + 1));
    }
  }

  bool opens(std::size_t i) const {
    if (words_[i].folded.find_first_not_of('x') == string_view::npos) return true;
    return phrase_at(i, lists_.placeholder_openings) > 0;
  }

  bool closes(std::size_t i, std::size_t end) const {
    std::size_t last = i;
    while (last + 1 < words_.size() && words_[last + 1].range.begin < end) ++last;
    return last < i + 5 && words_[i].folded != "sic" && words_[last].range.end == end &&
           lists_.placeholder_closings.contains(words_[last].folded);
  }

  // Rows of dots and underscores, and question marks that stand for a value.
  void find_fillers() {
    const auto may_fill = [](char c) { return c == '.' || c == '_' || c == '?' || c == '\xE2'; };
    for (std::uint32_t at = find_from(text_, 0, may_fill); at < text_.size();) {
      const bool asks = text_[at] == '?';
      const std::uint32_t end = asks ? question_end(at) : filler_end(at);
      if (asks ? is_question(at, end) : end - at >= 4 && stands_alone({at, end})) add(at, end);
      at = find_from(text_, std::max(end, at + 1), may_fill);
    }
  }

  // "??", "??/??/2026"
  std::uint32_t question_end(std::uint32_t at) const {
    const auto goes_on = [&](std::uint32_t sign) {
      return text_[sign] == '?' || is_digit(text_[sign]) ||
             (text_[sign] == '/' && sign + 1 < text_.size() &&
              (text_[sign + 1] == '?' || is_digit(text_[sign + 1])));
    };
    while (at < text_.size() && goes_on(at)) ++at;
    return at;
  }

  // "????", "£??"; not the end of a question that somebody wrote with feeling.
  bool is_question(std::uint32_t begin, std::uint32_t end) const {
    const bool after_word = begin > 0 && (is_alpha(text_[begin - 1]) || text_[begin - 1] == '!');
    const bool pounds = text_.substr(0, begin).ends_with("\xC2\xA3");
    return !after_word && (end - begin >= 2 || pounds);
  }

  // The end of a run of full stops, ellipses or underscores.
  std::uint32_t filler_end(std::uint32_t at) const {
    while (at < text_.size()) {
      if (text_[at] == '.' || text_[at] == '_') {
        ++at;
      } else if (text_.substr(at).starts_with("\xE2\x80\xA6")) {
        at += 3;
      } else {
        break;
      }
    }
    return at;
  }

  // Not "…21/3/24…": somebody has filled that in.
  bool stands_alone(Range range) const {
    const auto is_filled = [](char c) { return source::is_alnum(c); };
    if (range.end - range.begin == 3 && text_[range.begin] != '.') return false;
    return (range.begin == 0 || !is_filled(text_[range.begin - 1])) &&
           (range.end == text_.size() || !is_filled(text_[range.end]));
  }

  // "{{name}}", "«Name»": the marks of mail merges.
  void find_template_marks() {
    for (const auto& [open, close] :
         {std::pair<string_view, string_view>{"{{", "}}"}, {"\xC2\xAB", "\xC2\xBB"}}) {
      for (auto at = text_.find(open); at != string_view::npos; at = text_.find(open, at + 1)) {
        const auto end = text_.substr(0, at + longest_bracket).find(close, at);
        if (end == string_view::npos) continue;
        add(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + close.size()));
      }
    }
  }

  static constexpr std::uint32_t longest_bracket = 200;

  string_view text_;
  std::span<const Word> words_;
  const syntax::WordLists& lists_;
  Ranges taken_;
  std::vector<Range> found_;
};

}  // namespace

std::vector<Range> placeholders_of(string_view text, std::span<const Word> words,
                                   const syntax::WordLists& lists) {
  return Finder(text, words, lists).run();
}

}  // namespace concord::passes
