// The examples of tests/spec/*.md, for the tests that execute them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/source_map.h"

namespace concord::test {

struct Example {
  std::string place;  // chapter.md:line
  std::string source;
  std::string understood;
  std::string codes;
};

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

// The parts of one example, between the fence lines first and last.
inline Example read_example(const std::vector<std::string>& lines, std::size_t first,
                            std::size_t last) {
  Example example;
  std::string* const parts[] = {&example.source, &example.understood, &example.codes};
  std::size_t part = 0;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (lines[i] == "." && part < 2) {
      ++part;
    } else {
      *parts[part] += lines[i] + '\n';
    }
  }
  return example;
}

// The examples of a chapter whose fence has that word.
inline std::vector<Example> examples_of(const std::filesystem::path& chapter,
                                        std::string_view word) {
  const std::vector<std::string> lines = lines_of(source::read_file(chapter));
  std::vector<Example> examples;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t fence = std::min(lines[i].find_first_not_of('`'), lines[i].size());
    if (fence < 3 || lines[i].substr(fence) != word) continue;
    const auto close = std::find(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(),
                                 lines[i].substr(0, fence));
    const auto last = static_cast<std::size_t>(close - lines.begin());
    Example example = read_example(lines, i, last);
    example.place = chapter.filename().string() + ":" + std::to_string(i + 1);
    examples.push_back(std::move(example));
    i = last;
  }
  return examples;
}

}  // namespace concord::test
