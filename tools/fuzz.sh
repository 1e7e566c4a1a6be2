#!/usr/bin/env bash
# Runs each fuzz target (*_fuzz.cpp, libFuzzer) of a sanitized build for KITH_FUZZ_SECONDS (20).
# Usage: tools/fuzz.sh BUILD [RESULT FILE]     each target counts as one test; one that is not built counts as failed
set -uo pipefail
cd "$(dirname "$0")/.."
build=${1:?a build folder} result=${2:-/dev/null} seconds=${KITH_FUZZ_SECONDS:-20}
mapfile -t targets < <(find src -name '*_fuzz.cpp' -printf '%f\n' | sed 's/\.cpp$//' | sort)
passed=0 failed=0
for target in "${targets[@]}"; do
    corpus=$build/corpus/$target
    seeds=tests/seeds/$target
    mkdir -p "$corpus"
    [ -d "$seeds" ] || seeds=
    if "$build/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix=$build/ "$corpus" $seeds >"$build/$target".log 2>&1 </dev/null; then
        passed=$((passed + 1))
        echo "  $target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$target".log) inputs, none broke it"
    else
        failed=$((failed + 1))
        tail -30 "$build/$target".log
    fi
done
echo "fuzzing: $passed passed, $failed failed"
[ "$result" = /dev/null ] || echo "{\"passed\": $passed, \"failed\": $failed}" >"$result"
[ $failed = 0 ]
