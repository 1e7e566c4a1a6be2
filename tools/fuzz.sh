#!/usr/bin/env bash
# Builds the fuzz targets (*_fuzz.cpp) with clang's libFuzzer and runs each for KITH_FUZZ_SECONDS (20).
# Usage: tools/fuzz.sh [RESULT FILE]     each target counts as one test
set -uo pipefail
cd "$(dirname "$0")/.."
result=${1:-/dev/null} seconds=${KITH_FUZZ_SECONDS:-20}
mapfile -t targets < <(find src -name '*_fuzz.cpp' -printf '%f\n' | sed 's/\.cpp$//' | sort)
passed=0 failed=0
if [ ${#targets[@]} -gt 0 ]; then
    wanted=()
    for target in "${targets[@]}"; do wanted+=(--target "$target"); done
    if ! CC=clang-19 CXX=clang++-19 tools/build.sh build-fuzz -DKITH_FUZZ=ON -DCMAKE_BUILD_TYPE=RelWithDebInfo "${wanted[@]}"; then
        echo "The fuzz targets do not build."
        failed=${#targets[@]} targets=()
    fi
fi
for target in "${targets[@]}"; do
    corpus=build-fuzz/corpus/$target
    seeds=tests/seeds/$target
    mkdir -p "$corpus"
    [ -d "$seeds" ] || seeds=
    if build-fuzz/"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix=build-fuzz/ "$corpus" $seeds >build-fuzz/"$target".log 2>&1 </dev/null; then
        passed=$((passed + 1))
        echo "  $target: $(sed -n 's/^stat::number_of_executed_units: *//p' build-fuzz/"$target".log) inputs, none broke it"
    else
        failed=$((failed + 1))
        tail -30 build-fuzz/"$target".log
    fi
done
echo "fuzzing: $passed passed, $failed failed"
[ "$result" = /dev/null ] || echo "{\"passed\": $passed, \"failed\": $failed}" >"$result"
[ $failed = 0 ]
