#include "syntax/provisions.h"

namespace concord::syntax {

std::string_view KnownWording::council() const {
  return std::string_view(source).substr(0, source.find('#'));
}

std::string_view KnownWording::clause() const {
  const std::size_t sign = source.find('#');
  return sign == std::string::npos ? std::string_view() : std::string_view(source).substr(sign + 1);
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::same:
      return "same";
    case Verdict::differs:
      return "differs";
    case Verdict::different:
      return "different";
  }
  return "";
}

}  // namespace concord::syntax
