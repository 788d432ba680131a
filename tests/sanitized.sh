#!/bin/sh
# The tests under sanitizers (clang), each in a build of its own; what they find ends a test at once.
#
#   tests/sanitized.sh sample             AddressSanitizer and UndefinedBehaviorSanitizer: the fuzz
#                                         programs for what reads other people's files, over their
#                                         seeds (the protocols, the manual, Word files, pages); this
#                                         is what `make test` runs, for to build the rooms behind
#                                         passes/ takes as long again
#   tests/sanitized.sh memory [SECONDS]   every unit test, every test of the program as a whole, and
#                                         all fuzz programs, which look for more for so many seconds
#                                         each (5)
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
    tests/fuzz/run.sh 0 round_trip front_matter registers words word_files import
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
