#!/usr/bin/env bash
# Prints the figures of speed and size that the project promises. Not tests: nothing fails by being slow.
# Usage: ./dev bench [rooms|check|pages|sample|tally|matching|million]      all of them where nothing is named
set -uo pipefail
cd "$(dirname "$0")/.."
what=${1:-all}
echo "On $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(date -u +%Y-%m-%d)"
tools/build.sh build --target kith || exit 1

if [ "$what" = all ] || [ "$what" = check ]; then
    printf '\n== A staff return of 20,000 rows, all rules (promise: under 1 s)\n'
    node tools/bench_check.mjs
fi
if [ "$what" = all ] || [ "$what" = pages ]; then
    printf '\n== Pages at 200 requests a second (promise: p99 under 10 ms of server time; first page under 100 KB)\n'
    node tools/bench_pages.mjs
fi
if [ "$what" = all ] || [ "$what" = sample ]; then
    printf '\n== The large sample: 300 organisations, 6,000 staff, three years of returns (promise: under a minute)\n'
    folder=$(mktemp -d)
    cp deploy/sample.toml "$folder/kith.toml"
    time build/kith demo --size large --config "$folder/kith.toml"
    rm -rf "$folder"
fi
if [ "$what" = all ] || [ "$what" = million ]; then
    printf '\n== 1,000,000 rows (promise: check 10 s; accept 60 s on SQLite, 90 s on PostgreSQL; under 2 GB; pages meanwhile p99 under 50 ms)\n'
    [ -n "${KITH_BENCH_POSTGRES:-}" ] || echo "KITH_BENCH_POSTGRES names no empty PostgreSQL database: SQLite only"
    node tools/bench_million.mjs
fi
if [ "$what" = all ] || [ "$what" = tally ]; then
    printf '\n== 4,000,000 engagements (promise: a cross-tabulation of people under 50 ms; load under 15 s and 2 GB)\n'
    ninja -C build --quiet tally_bench tally_load_bench && build/tally_bench --benchmark_filter=three_filters && build/tally_load_bench
fi
if [ "$what" = all ] || [ "$what" = matching ]; then
    printf '\n== 1,000,000 made records (promise: load to groups 10 s and 1.5 GB; F1 0.955 at 100,000 and 0.940 at 1,000,000; an arrival p50 0.5 ms, p99 5 ms; 5,000 durable arrivals a second)\n'
    folder=$(mktemp -d)
    for records in 100000 1000000; do
        build/kith made-people "$folder/made.csv" --records "$records" --seed 2026 && build/kith match "$folder/made.csv" --evaluate person
    done
    rm -rf "$folder"
    ninja -C build --quiet matching_bench && build/matching_bench
fi
if [ "$what" = all ] || [ "$what" = rooms ]; then
    mapfile -t programs < <(find src -name '*_bench.cpp' ! -name 'tally_load_bench.cpp' ! -name 'matching_bench.cpp' -printf '%f\n' | sed 's/\.cpp$//' | sort)
    for program in "${programs[@]}"; do
        printf '\n== %s\n' "$program"
        if ninja -C build -j "$(nproc)" --quiet "$program"; then timeout 300 build/"$program" </dev/null; else echo "does not build"; fi
    done
fi
