// Whether every word that was read is somewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/blocks.h"
#include "syntax/document.h"

namespace concord::intake {

class Accounts {
 public:
  // All words of the file, taken down before anything is done to them.
  explicit Accounts(const Reading& reading);

  // Words that recognition itself says twice: a title that stood at the edge of the pages.
  void expect(std::string_view words);

  std::size_t words_read() const { return read_.size(); }

  struct Difference {
    std::string lost;   // words, in the order of the file
    std::string added;  // words of the document that the file does not have
  };

  // What is in the file and neither in the document nor removed nor repaired, and the other way
  // round. Words that a line end parted count as one.
  Difference settle(const syntax::Document& document, const std::vector<Removed>& removed,
                    const std::vector<syntax::Repair>& repairs) const;

 private:
  std::vector<std::string> read_;
  std::vector<std::string> expected_;
};

}  // namespace concord::intake
