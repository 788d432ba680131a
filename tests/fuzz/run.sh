#!/bin/sh
# Builds the fuzz programs (clang, libFuzzer, build/asan) and runs each for the given number of
# seconds, or for 0 over its seeds alone:
#
#   tests/fuzz/run.sh SECONDS [PROGRAM…]
#
# Seeds are made of the protocols, the registers, the specification and the hostile corpus; what is
# found on the way is kept in build/fuzz/corpus and used the next time. Ends with a table; an input
# that breaks a promise is left in build/fuzz/findings, and the status is 1. What is tried is random,
# unless FUZZ_SEED is a number above 0.
set -eu
cd "$(dirname "$0")/../.."

seconds=${1:?usage: tests/fuzz/run.sh SECONDS [PROGRAM…]}
shift
programs=${*:-whole_way round_trip front_matter registers comparison words word_files import}
build=build/fuzz
found=$build/findings

cmake --preset asan >/dev/null
targets=""
for program in $programs; do targets="$targets fuzz_$program"; done
# shellcheck disable=SC2086  # a list
cmake --build --preset asan --target $targets

seed() { # program, files…: each a seed of its own
  mkdir -p "$build/corpus/$1"
  folder=$build/corpus/$1
  shift
  for file in "$@"; do
    [ -f "$file" ] && cp "$file" "$folder/seed-$(echo "$file" | tr / -)"
  done
  return 0
}
/usr/bin/python3 tests/hostile/make_protocols.py $build/hostile >/dev/null
/usr/bin/python3 tests/fuzz/seeds.py $build/corpus
seed whole_way protocols/*.md tests/spec/*.md $build/hostile/kept/*.md $build/hostile/refused/id-*.md
seed round_trip protocols/*.md tests/spec/*.md
seed import tests/intake/text/*.txt tests/intake/html/*.html
seed registers protocols/register/*.yaml $build/hostile/kept/register/*.yaml

mkdir -p $found
limit=-max_total_time=$seconds
[ "$seconds" -gt 0 ] || limit=-runs=0
for program in $programs; do rm -f "$found/$program-"* "$build/$program.failed"; done
# A program a core.
echo "$programs" | tr ' ' '\n' | xargs -P "$(nproc)" -I{} sh -c "
  build/asan/tests/fuzz/fuzz_{} $limit -seed=${FUZZ_SEED:-0} -timeout=20 -rss_limit_mb=4096 \
    -max_len=16384 -print_final_stats=1 -verbosity=1 -artifact_prefix=$found/{}- \
    $build/corpus/{} >$build/{}.log 2>&1 || touch $build/{}.failed"

status=0
table=$build/table.txt
printf '%-14s %12s %10s %8s %9s  %s\n' program executions per-second cover inputs finding >$table
for program in $programs; do
  log=$build/$program.log
  outcome=none
  if [ -f "$build/$program.failed" ]; then
    status=1
    outcome=$(find $found -name "$program-*" | head -n 1)
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
  cover=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$log" | tail -n 1)
  inputs=$(sed -n 's/.* corp: \([0-9]*\).*/\1/p' "$log" | tail -n 1)
  printf '%-14s %12s %10s %8s %9s  %s\n' "$program" "${runs:--}" "${rate:--}" "${cover:--}" "${inputs:--}" "$outcome" >>$table
done
cat $table
exit $status
