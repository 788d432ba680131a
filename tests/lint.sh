#!/bin/sh
# clang-tidy, as .clang-tidy says, and cppcheck over the compiler's own files:
#
#   tests/lint.sh [FILE…]
set -eu
cd "$(dirname "$0")/.."

build=build/lint
cmake --preset release -B $build >/dev/null
# shellcheck disable=SC2046  # a list of files, none with a space
[ $# -gt 0 ] || set -- $(git ls-files 'compiler/*.cpp')

# The build is g++'s, and some of its warnings clang does not know.
printf '%s\n' "$@" |
  xargs -P "$(nproc)" -n 1 clang-tidy --quiet -p $build --extra-arg=-Wno-unknown-warning-option \
    2>/dev/null

# What cppcheck 2.10 gets wrong:
# incorrectStringCompare: it counts "\u2019" as five bytes, which are three.
# ctunullpointer: a nullptr given for a JSON value is JSON's null, and no pointer.
# internalAstError: it cannot follow a raw string that is included as a whole.
# invalidLifetime: it takes an address that is looked at, and not kept, for kept.
# returnTempReference: it takes "x"_name for a temporary, which returns a reference to a static.
# missingIncludeSystem: the libraries' headers are not its business.
cppcheck --quiet --error-exitcode=1 --std=c++20 --enable=warning,performance,portability \
  --suppress=incorrectStringCompare --suppress=ctunullpointer --suppress=missingIncludeSystem \
  --suppress=returnTempReference:compiler/render/html_comparison*.cpp \
  --suppress=internalAstError:compiler/diag/explanation.cpp \
  --suppress=invalidLifetime:compiler/syntax/markdown.cpp -I compiler "$@"
