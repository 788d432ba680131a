#include "language/statements/norms.h"

#include <array>

namespace concord::language {
namespace {

Norm denied(Norm norm) {
  switch (norm) {
    case Norm::duty:
    case Norm::permission:
      return Norm::prohibition;
    case Norm::advice:
      return Norm::advice_against;
    default:
      return norm;
  }
}

}  // namespace

std::string_view name_of(Norm norm) {
  static constexpr std::array<std::string_view, 9> names = {
      "fact",   "possibility",    "permission", "freedom",    "expectation",
      "advice", "advice-against", "duty",       "prohibition"};
  return names[static_cast<std::size_t>(norm)];
}

Norm norm_of(syntax::Force force, bool negated) {
  using syntax::Force;
  switch (force) {
    case Force::duty:
    case Force::future:
      return negated ? Norm::prohibition : Norm::duty;
    case Force::advice:
      return negated ? Norm::advice_against : Norm::advice;
    case Force::permission:
      return negated ? Norm::prohibition : Norm::permission;
    case Force::freedom:
      return Norm::freedom;
    case Force::possibility:
      break;
  }
  return Norm::possibility;
}

void deny(Statement& statement) {
  statement.negative = !statement.negative;
  if (statement.negative) statement.norm = denied(statement.norm);
}

void affirm(Statement& statement) {
  statement.negative = false;
  if (statement.norm == Norm::prohibition) statement.norm = Norm::duty;
  if (statement.norm == Norm::advice_against) statement.norm = Norm::advice;
}

}  // namespace concord::language
