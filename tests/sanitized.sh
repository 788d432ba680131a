#!/bin/sh
# Memory and undefined behaviour, watched by AddressSanitizer and UndefinedBehaviorSanitizer (the
# preset "asan", clang): every unit test, every test of the program as a whole, and each fuzz program
# for the given number of seconds (5). What these find ends the test at once.
#
#   tests/sanitized.sh [SECONDS]
set -eu
cd "$(dirname "$0")/.."

cmake --preset asan >/dev/null
cmake --build --preset asan --target concord unit_tests
export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
ctest --test-dir build/asan --output-on-failure --parallel "$(nproc)"
tests/fuzz/run.sh "${1:-5}"
