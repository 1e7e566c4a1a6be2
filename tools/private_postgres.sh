#!/usr/bin/env bash
# A PostgreSQL of one's own for tests: loopback, trusted, without fsync, sorting as SQLite does (C collation).
# Usage: tools/private_postgres.sh start DIR     makes it in DIR, prints its URL
#        tools/private_postgres.sh stop DIR      stops it and removes DIR
# DIR lies best under /tmp: as root the server runs as the user postgres, who must be able to reach it.
set -euo pipefail
verb=${1:?start or stop} dir=${2:?a folder}
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)

as_server() {
    if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

case $verb in
start)
    mkdir -p "$dir"
    chmod 711 "$dir"
    mkdir -p "$dir/run"
    [ "$(id -u)" != 0 ] || chown -R postgres: "$dir"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    as_server "$bin/initdb" -D "$dir/cluster" -U kith --auth=trust --locale=C --encoding=UTF8 --no-sync >"$dir/../$(basename "$dir").initdb.log" 2>&1
    as_server "$bin/pg_ctl" -D "$dir/cluster" -w -l "$dir/run/log" -o "-p $port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories=$dir/run -c fsync=off -c full_page_writes=off -c synchronous_commit=off \
        -c max_connections=200 -c shared_buffers=64MB -c timezone=UTC" start >/dev/null
    echo "postgresql://kith@127.0.0.1:$port/postgres"
    ;;
stop)
    if [ -d "$dir/cluster" ]; then
        as_server "$bin/pg_ctl" -D "$dir/cluster" -w -m immediate stop >/dev/null 2>&1 || true
    fi
    rm -rf "$dir" "$dir.initdb.log"
    ;;
*)
    echo "private_postgres.sh: start or stop, not '$verb'" >&2
    exit 2
    ;;
esac
