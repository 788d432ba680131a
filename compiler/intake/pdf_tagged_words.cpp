#include "intake/pdf_tagged_words.h"

#include <algorithm>
#include <cmath>

#include "source/characters.h"

namespace concord::intake {
namespace {

constexpr std::size_t most_looked_at = 6;  // of the words that a page is told by

enum class Sign : std::uint8_t { none, digit, letter };

Sign sign_of(char c) {
  if (source::is_digit(c)) return Sign::digit;
  return source::is_alpha(c) || static_cast<unsigned char>(c) >= 0x80 ? Sign::letter : Sign::none;
}

std::vector<std::string> atoms_of(std::string_view words) {
  std::vector<std::string> atoms;
  Sign last = Sign::none;
  for (const char c : words) {
    const Sign sign = sign_of(c);
    if (sign != Sign::none) {
      if (sign != last) atoms.emplace_back();
      atoms.back() += c;
    }
    last = sign;
  }
  return atoms;
}

double median_height(const std::vector<PdfPage>& pages) {
  std::vector<double> heights;
  for (const PdfPage& page : pages)
    for (const PdfWord& word : page.words) heights.push_back(word.height());
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

bool is_in_margin(const PdfPage& page, const PdfWord& word) {
  return word.top < page.height * margin_part || word.bottom > page.height * (1 - margin_part);
}

}  // namespace

WordsOfPages::WordsOfPages(const std::vector<PdfPage>& pages)
    : source_(pages), usual_height_(median_height(pages)) {
  for (const PdfPage& page : pages) {
    Page& made = pages_.emplace_back();
    for (std::size_t word = 0; word < page.words.size(); ++word) {
      spellings_.insert(page.words[word].text);
      for (std::string& letters : atoms_of(page.words[word].text)) {
        ++made.free[letters];
        made.atoms.push_back({std::move(letters), word, false});
      }
    }
    all_ += made.atoms.size();
  }
}

void WordsOfPages::take(Page& page, Atom& atom) {
  atom.found = true;
  --page.free.find(atom.letters)->second;
  ++found_;
}

bool WordsOfPages::has_most(const Page& page, const std::vector<std::string>& atoms) const {
  const std::size_t looked_at = std::min(atoms.size(), most_looked_at);
  std::size_t has = 0;
  for (std::size_t i = 0; i < looked_at; ++i) {
    const auto found = page.free.find(atoms[i]);
    if (found != page.free.end() && found->second > 0) ++has;
  }
  return has * 4 >= looked_at * 3;
}

std::size_t WordsOfPages::page_of(const std::vector<std::string>& atoms) const {
  for (std::size_t page = current_; page < std::min(pages_.size(), current_ + 3); ++page)
    if (has_most(pages_[page], atoms)) return page;
  for (std::size_t page = 0; page < pages_.size(); ++page)
    if (has_most(pages_[page], atoms)) return page;
  return pages_.size();
}

// Where most of the words stand one behind the other.
std::size_t WordsOfPages::begin_of(const Page& page, const std::vector<std::string>& atoms) {
  std::size_t best = page.atoms.size();
  std::size_t best_length = 0;
  for (std::size_t i = 0; i < page.atoms.size(); ++i) {
    std::size_t length = 0;
    while (length < std::min(atoms.size(), most_looked_at) && i + length < page.atoms.size() &&
           !page.atoms[i + length].found && page.atoms[i + length].letters == atoms[length])
      ++length;
    if (length > best_length) {
      best = i;
      best_length = length;
    }
  }
  return best;
}

FoundWords WordsOfPages::find(std::string_view words) {
  const std::vector<std::string> atoms = atoms_of(words);
  if (atoms.empty()) return {};
  const std::size_t number = page_of(atoms);
  if (number == pages_.size()) {
    missed_ += atoms.size();
    return {};
  }
  if (atoms.size() > 2) current_ = number;
  Page& page = pages_[number];
  FoundWords found{static_cast<std::uint32_t>(number + 1)};
  std::size_t at = begin_of(page, atoms);
  for (const std::string& letters : atoms) {
    if (at >= page.atoms.size() || page.atoms[at].found || page.atoms[at].letters != letters) {
      const auto next = std::ranges::find_if(
          page.atoms, [&](const Atom& atom) { return !atom.found && atom.letters == letters; });
      if (next == page.atoms.end()) {
        ++missed_;
        continue;
      }
      at = static_cast<std::size_t>(next - page.atoms.begin());
    }
    const PdfWord& word = source_[number].words[page.atoms[at].word];
    if (found.height == 0) found.left = word.left;
    found.height = std::max(found.height, word.height());
    take(page, page.atoms[at++]);
  }
  return found;
}

std::vector<LineLeftOver> WordsOfPages::left_over() const {
  std::vector<LineLeftOver> lines;
  for (std::size_t number = 0; number < pages_.size(); ++number) {
    const PdfPage& page = source_[number];
    std::set<std::size_t> words;
    for (const Atom& atom : pages_[number].atoms)
      if (!atom.found) words.insert(atom.word);
    double middle = -1e9;
    for (const std::size_t at : words) {
      const PdfWord& word = page.words[at];
      const bool same = std::abs(word.middle() - middle) < word.height() / 2;
      middle = word.middle();
      if (same) {
        lines.back().words += " " + word.text;
      } else {
        lines.push_back({static_cast<std::uint32_t>(number + 1), is_in_margin(page, word),
                         middle < page.height / 2, word.text});
      }
    }
  }
  return lines;
}

double WordsOfPages::found_part() const {
  return all_ == 0 ? 0 : static_cast<double>(found_) / static_cast<double>(all_);
}

double WordsOfPages::missed_part() const {
  const auto looked_for = static_cast<double>(found_ + missed_);
  return looked_for == 0 ? 0 : static_cast<double>(missed_) / looked_for;
}

double WordsOfPages::left_over_part() const {
  std::size_t left = 0;
  for (std::size_t number = 0; number < pages_.size(); ++number)
    for (const Atom& atom : pages_[number].atoms)
      if (!atom.found && !is_in_margin(source_[number], source_[number].words[atom.word])) ++left;
  return all_ == 0 ? 0 : static_cast<double>(left) / static_cast<double>(all_);
}

}  // namespace concord::intake
