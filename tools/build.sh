#!/usr/bin/env bash
# Configures and builds. Usage: tools/build.sh FOLDER [-DOPTION=VALUE ...] [--target NAME ...]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:?a build folder}
shift
options=() targets=()
while [ $# -gt 0 ]; do
    case $1 in
        --target) targets+=("$2"); shift ;;
        *) options+=("$1") ;;
    esac
    shift
done
log=$folder/configure.log
mkdir -p "$folder"
if [ ! -f "$folder/build.ninja" ] || [ ${#options[@]} -gt 0 ]; then
    cmake -S . -B "$folder" -G Ninja "${options[@]}" >"$log" 2>&1 || { tail -40 "$log"; exit 1; }
fi
# The one file that includes Beast wants up to 2 GB; as many jobs as cores is safe from 2 GB a core.
quiet=--quiet
[ ! -t 1 ] || quiet=
ninja -C "$folder" -j "${KITH_JOBS:-$(nproc)}" $quiet "${targets[@]}"
