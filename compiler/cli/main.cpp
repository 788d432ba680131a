// What the machine can do to us ends here, as one line and one exit status.
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>

#include "cli/app.h"

namespace {

int machine_failed(std::string_view message) {
  fmt::print(stderr, "concord: {}\n", message);
  return static_cast<int>(concord::cli::Exit::machine);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return static_cast<int>(concord::cli::run(argc, argv));
  } catch (const std::filesystem::filesystem_error& error) {
    return machine_failed(
        fmt::format("\"{}\": {}", error.path1().string(), error.code().message()));
  } catch (const std::bad_alloc&) {
    return machine_failed("out of memory");
  } catch (const std::exception& error) {
    return machine_failed(error.what());
  }
}
