// Where on the pages the words of a structure tree stand.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "intake/pdf_words.h"

namespace concord::intake {

// Where words were found; `page` 0: nowhere.
struct FoundWords {
  std::uint32_t page = 0;
  double left = 0;    // of the first, in points
  double height = 0;  // the greatest of them
};

// Words that the tree has not, of one line of a page.
struct LineLeftOver {
  std::uint32_t page = 0;
  bool in_margin = false;
  bool above = false;  // in the upper half of the page
  std::string words;
};

// Letters are compared in runs of letters and runs of digits, as the tree and the pages part words
// otherwise. Each word of a page is found once.
class WordsOfPages {
 public:
  explicit WordsOfPages(const std::vector<PdfPage>& pages);

  // On the page of the words before, else on those around it, else anywhere.
  FoundWords find(std::string_view words);

  // Whether a word of the pages is spelt so, punctuation included.
  bool has_word(const std::string& word) const { return spellings_.contains(word); }

  std::vector<LineLeftOver> left_over() const;

  double usual_height() const { return usual_height_; }
  // The part of the words of the pages that was found, and the part of those looked for that was
  // not.
  double found_part() const;
  double missed_part() const;
  // The part of the words of the pages that was not found and stands in no margin.
  double left_over_part() const;

 private:
  struct Atom {
    std::string letters;
    std::size_t word = 0;
    bool found = false;
  };
  struct Page {
    std::vector<Atom> atoms;
    std::map<std::string, std::size_t, std::less<>> free;  // how many of each are not yet found
  };

  void take(Page& page, Atom& atom);
  bool has_most(const Page& page, const std::vector<std::string>& atoms) const;
  std::size_t page_of(const std::vector<std::string>& atoms) const;
  static std::size_t begin_of(const Page& page, const std::vector<std::string>& atoms);

  const std::vector<PdfPage>& source_;
  std::vector<Page> pages_;
  std::set<std::string> spellings_;
  double usual_height_ = 0;
  std::size_t current_ = 0;
  std::size_t all_ = 0;
  std::size_t found_ = 0;
  std::size_t missed_ = 0;
};

}  // namespace concord::intake
