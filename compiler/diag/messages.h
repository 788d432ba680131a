// The words of every diagnostic, as catalogue.def lists them: diag::REF003::stands_the_other_way.
//
// Each is a format string of fmt::format, which checks it against its arguments when it is
// compiled. One that takes none is used as it is. No stage has a message of its own
// (tests/messages.py), so that what Concord says of one mistake is read, and kept alike, in one
// place.
#pragma once

#define CONCORD_MESSAGE(code, name, text)         \
  namespace concord::diag::code {                 \
  inline constexpr const char* const name = text; \
  }
#define CONCORD_NOTE(code, name, text) CONCORD_MESSAGE(code, name, text)
#define CONCORD_FIX(code, name, text) CONCORD_MESSAGE(code, name, text)
#include "diag/catalogue.def"
