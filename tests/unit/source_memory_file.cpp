#include <catch2/catch.hpp>
#include <fstream>

#include "source/memory_file.h"

using concord::source::MemoryFile;

TEST_CASE("a file in memory has what was written to its path") {
  const MemoryFile file;
  CHECK(file.bytes().empty());
  std::ofstream(file.path(), std::ios::binary) << std::string("a\0b", 3);
  CHECK(file.bytes() == std::string("a\0b", 3));
}

TEST_CASE("two files in memory are two") {
  const MemoryFile one;
  const MemoryFile other;
  std::ofstream(one.path()) << "one";
  CHECK(other.bytes().empty());
}
