#include "render/on_demand.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <stdexcept>

namespace concord::render {
namespace {

// The function, for the rest of the program's life. The library is looked for where the program's
// run path says, as the program's own libraries are.
template <typename Function>
Function& load(const char* library, const char* function) {
  void* loaded = ::dlopen(library, RTLD_NOW | RTLD_LOCAL);
  void* found = loaded == nullptr ? nullptr : ::dlsym(loaded, function);
  if (found == nullptr) {
    throw std::runtime_error(fmt::format("a part of Concord cannot be loaded: {}", ::dlerror()));
  }
  return *reinterpret_cast<Function*>(found);
}

}  // namespace

decltype(concord_stamp)& stamp_on_demand() {
  static auto& function = load<decltype(concord_stamp)>("concord-pdf.so", "concord_stamp");
  return function;
}

decltype(concord_workbook)& workbook_on_demand() {
  static auto& function =
      load<decltype(concord_workbook)>("concord-workbook.so", "concord_workbook");
  return function;
}

}  // namespace concord::render
