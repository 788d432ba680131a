// Expected outputs that are kept as files in tests/golden: small, read and thought about by a
// person.
#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace concord::test {

// The bytes of the golden file; `make update-golden` writes what was made instead.
inline std::string golden(const std::string& name, const std::string& made) {
  const std::string path = std::string(CONCORD_SOURCE_DIR) + "/tests/golden/" + name;
  if (std::getenv("CONCORD_UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << made;
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace concord::test
