#!/bin/sh
# clang-tidy over the compiler's own files, as .clang-tidy says:
#
#   tests/lint.sh BUILD_FOLDER [FILE…]
set -eu
cd "$(dirname "$0")/.."

build=${1:?usage: tests/lint.sh BUILD_FOLDER [FILE…]}
shift
# shellcheck disable=SC2046  # a list of files, none with a space
[ $# -gt 0 ] || set -- $(git ls-files 'compiler/*.cpp')
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 clang-tidy --quiet -p "$build" 2>/dev/null
