// Texts changed at random, for the tests that compare what was found before.
#pragma once

#include <algorithm>
#include <random>
#include <string>

namespace concord::test {

// The text without every line of its body that the generator picks, one in four.
inline std::string edited(const std::string& text, std::minstd_rand& random) {
  const std::size_t body = text.find("\n---", 3);
  std::string made = text.substr(0, body);
  for (std::size_t at = body; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at + 1), text.size());
    if (at == body || random() % 4 != 0) made += text.substr(at, end - at);
    at = end;
  }
  return made + "\n";
}

}  // namespace concord::test
