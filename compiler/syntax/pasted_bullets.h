// Bullets of word processors in pasted lines become Markdown's.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "syntax/pasted_text.h"

namespace concord::syntax {

class PastedBullets {
 public:
  explicit PastedBullets(const PastedText& text) : text_(text) {}

  // Of lines without a blank one between them; those with a bullet are of kind `bullet` then.
  void mend(std::vector<Entry>& stretch);
  // All that were mended, as one.
  void report();

 private:
  void edit(const Entry& each, std::string bullet, std::size_t length);

  const PastedText& text_;
  std::size_t bullets_ = 0;
  std::pair<std::size_t, std::size_t> first_;
  std::vector<diag::Fix> fixes_;
};

}  // namespace concord::syntax
