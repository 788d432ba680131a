#include "source/digest.h"

#include <xxhash.h>

#include <cstdint>
#include <memory>
#include <new>

namespace concord::source {
namespace {

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

std::string hexadecimal(const XXH128_canonical_t& hash) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : hash.digest) text += {digits[byte >> 4u], digits[byte & 15u]};
  return text;
}

}  // namespace

std::string digest(const std::vector<std::string_view>& texts) {
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  if (!state) throw std::bad_alloc();
  XXH3_128bits_reset(state.get());
  for (const std::string_view text : texts) {
    const std::uint64_t length = text.size();
    XXH3_128bits_update(state.get(), &length, sizeof length);
    XXH3_128bits_update(state.get(), text.data(), text.size());
  }
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  return hexadecimal(canonical);
}

}  // namespace concord::source
