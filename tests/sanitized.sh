#!/bin/sh
# The tests under sanitizers (clang), each in a build of its own; what they find ends a test at once.
#
#   tests/sanitized.sh memory [SECONDS]   AddressSanitizer and UndefinedBehaviorSanitizer: every unit
#                                         test, every test of the program as a whole, and the
#                                         fuzz programs for so many seconds each (5)
#   tests/sanitized.sh threads            ThreadSanitizer: what works on several cores, and builds
set -eu
cd "$(dirname "$0")/.."

build_and_test() { # preset, targets, what ctest is asked for
  cmake --preset "$1" >/dev/null
  # shellcheck disable=SC2086  # a list
  cmake --build --preset "$1" --target $2
  shift 2
  ctest --output-on-failure --parallel "$(nproc)" "$@"
}

case "${1:-}" in
  memory)
    export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
    build_and_test asan "concord unit_tests" --test-dir build/asan
    # A test tries the same each time
    FUZZ_SEED=1 tests/fuzz/run.sh "${2:-5}"
    ;;
  threads)
    build_and_test tsan "concord test_compare test_cli" --test-dir build/tsan \
      --tests-regex '^(compare|cli|site):|integration: build'
    ;;
  *)
    echo "usage: $0 memory [SECONDS] | threads" >&2
    exit 2
    ;;
esac
