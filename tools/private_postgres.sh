#!/usr/bin/env bash
# A private PostgreSQL for tests: throw-away, on loopback, no fsync, C collation so that it sorts as SQLite does.
#   private_postgres.sh start DIR    makes and starts one in DIR (which must not exist or be empty), prints its URL
#   private_postgres.sh stop DIR     stops it and removes DIR
set -eu
usage() { sed -n '2,4p' "$0" >&2; exit 2; }
[ $# -eq 2 ] || usage
action=$1
dir=$2

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] && [ -x "$bin/initdb" ] || { echo "private_postgres.sh: no PostgreSQL server is installed (package postgresql)" >&2; exit 1; }

# initdb refuses root: then an unprivileged user does everything.
as_user() {
    if [ "$(id -u)" -ne 0 ]; then "$@"; return; fi
    local user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    (cd / && setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups env HOME=/nonexistent PATH="$PATH" "$@")
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
    mkdir -p "$dir"
    dir=$(cd "$dir" && pwd)
    chmod 711 "$dir"
    mkdir "$dir/cluster"
    if [ "$(id -u)" -eq 0 ]; then
        local user=postgres
        id "$user" >/dev/null 2>&1 || user=nobody
        chown "$user" "$dir/cluster"
    fi
    chmod 700 "$dir/cluster"
    as_user "$bin/initdb" -D "$dir/cluster" -U kith -A trust -E UTF8 --locale=C --no-sync >"$dir/initdb.log" 2>&1 \
        || { cat "$dir/initdb.log" >&2; exit 1; }
    for attempt in 1 2 3 4 5; do
        local port
        port=$(free_port)
        if as_user "$bin/pg_ctl" -D "$dir/cluster" -s -w -t 60 -l "$dir/cluster/server.log" start -o "-p $port -c listen_addresses=127.0.0.1 \
            -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
            -c shared_buffers=128MB -c autovacuum=off -c logging_collector=off -c dynamic_shared_memory_type=mmap" >/dev/null 2>&1; then
            echo "postgresql://kith@127.0.0.1:$port/postgres"
            return
        fi
    done
    cat "$dir/cluster/server.log" >&2
    exit 1
}

stop() {
    [ -f "$dir/cluster/PG_VERSION" ] || exit 0
    dir=$(cd "$dir" && pwd)
    as_user "$bin/pg_ctl" -D "$dir/cluster" -s -w -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$dir"
}

case $action in
    start) start ;;
    stop) stop ;;
    *) usage ;;
esac
