// The room render/ turns the structs of view/ into files: HTML, PDF, Word, XML and tables. It
// decides nothing about what there is to show; every piece of markup and styling is in templates/.
#pragma once

#include "source/files.h"

namespace concord::render {

using source::Files;

// The templates as read from disk: path below templates/ ("html/protocol.tpl") -> bytes.
struct Templates {
  Files files;
};

}  // namespace concord::render
