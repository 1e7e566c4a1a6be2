#!/usr/bin/env bash
# Installs, from Debian 12 and npm, what a job needs and this machine lacks; asks no network where nothing is missing.
# Usage: tools/install_missing.sh build|test|deep|bench ...      (build is always included)
set -euo pipefail
cd "$(dirname "$0")/.."

# libboost1.81-dev conflicts with libboost-dev (1.74): nothing here may need the unversioned package.
build=(ca-certificates git cmake g++ ninja-build ccache mold pkg-config python3 tzdata
       libfmt-dev libsodium-dev libsqlite3-dev libpq-dev zlib1g-dev libtomlplusplus-dev
       liboath-dev libqrencode-dev libcurl4-openssl-dev
       libboost1.81-dev libboost-json1.81-dev libhowardhinnant-date-dev libgtest-dev libgmock-dev coinor-libclp-dev
       libzip-dev libexpat1-dev libxlsxwriter-dev librandom123-dev)
tests=(libxml2-utils poppler-utils postgresql-15 postgresql-client-15 chromium fonts-liberation sqlite3 procps util-linux systemd)
deep=(clang-19 libclang-rt-19-dev)
bench=(libbenchmark-dev)
format=(clang-format)

wanted=("${build[@]}")
for group in "$@"; do
    case $group in
        build) ;;
        test) wanted+=("${tests[@]}") ;;
        deep) wanted+=("${deep[@]}") ;;
        bench) wanted+=("${bench[@]}") ;;
        format) wanted+=("${format[@]}") ;;
        pictures) wanted+=("${tests[@]}") ;;
        *) echo "install_missing.sh: no group called '$group'" >&2; exit 2 ;;
    esac
done

node_is_new_enough() {
    command -v node >/dev/null && [ "$(node -p 'parseInt(process.versions.node)' 2>/dev/null || echo 0)" -ge 18 ]
}
node_is_new_enough || wanted+=(nodejs)
command -v npm >/dev/null || wanted+=(npm)

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else echo "Needs root, or sudo, to run: $*" >&2; exit 1
    fi
}

installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^ii *//p' || true)
missing=()
for package in "${wanted[@]}"; do
    grep -qxF "$package" <<<"$installed" || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing: ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" </dev/null
fi

# Front-end packages: again only when the lock file is not the one they were installed from.
if [ -f package-lock.json ]; then
    stamp=node_modules/.installed-from
    sum=$(sha256sum package-lock.json | cut -d' ' -f1)
    if [ "$(cat $stamp 2>/dev/null || true)" != "$sum" ]; then
        echo "Installing the npm packages of package-lock.json"
        npm ci --ignore-scripts --include=dev --no-audit --no-fund </dev/null
        echo "$sum" >$stamp
    fi
fi
