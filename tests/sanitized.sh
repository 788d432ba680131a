#!/bin/sh
# Runs the unit tests built with AddressSanitizer and UndefinedBehaviorSanitizer (the preset "asan").
# Every mistake that these find ends the test at once.
set -eu
cd "$(dirname "$0")/.."

cmake --preset asan >/dev/null
cmake --build --preset asan --target unit_tests
export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
ctest --test-dir build/asan --label-regex unit --output-on-failure --parallel "$(nproc)" --quiet \
  --output-log build/asan/unit.log || { tail -n 60 build/asan/unit.log; exit 1; }
tail -n 4 build/asan/unit.log
