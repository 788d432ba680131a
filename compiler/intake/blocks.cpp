#include "intake/blocks.h"

namespace concord::intake {

std::string text_of(const Runs& runs) {
  std::string text;
  for (const Run& run : runs) text += run.text;
  return text;
}

}  // namespace concord::intake
