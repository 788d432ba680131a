#!/bin/sh
# The tests under sanitizers (clang), each in a build of its own; what they find ends a test at once.
#
#   tests/sanitized.sh sample             AddressSanitizer and UndefinedBehaviorSanitizer: the fuzz
#                                         programs over their seeds (the protocols, the manual, the
#                                         hostile texts); this is what `make test` runs
#   tests/sanitized.sh memory [SECONDS]   the same with every unit test and every test of the program
#                                         as a whole, and with the fuzz programs looking for more
#                                         for so many seconds each (5)
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

export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1
case "${1:-}" in
  sample)
    tests/fuzz/run.sh 0
    ;;
  memory)
    build_and_test asan "concord unit_tests" --test-dir build/asan
    tests/fuzz/run.sh "${2:-5}"
    ;;
  threads)
    build_and_test tsan "concord test_compare test_cli" --test-dir build/tsan \
      --tests-regex '^(compare|cli|site):|integration: build'
    ;;
  *)
    echo "usage: $0 sample | memory [SECONDS] | threads" >&2
    exit 2
    ;;
esac
