#!/usr/bin/env bash
# A throw-away PostgreSQL on 127.0.0.1 and a free port, for tests only: nothing in it survives a power cut, unless
# DURABLE=1 asks for PostgreSQL's own settings, as a benchmark of durable writing does.
#   postgres-cluster.sh where          prints the folder of PostgreSQL's programs; exit 3 where there is none
#   postgres-cluster.sh start FOLDER [KB]   makes and starts a cluster in FOLDER and prints its address; it can
#                                      write no file larger than KB, as where a disk is full
#   postgres-cluster.sh stop FOLDER    stops it and removes FOLDER
#   postgres-cluster.sh watch PID FOLDER   stops it when the process PID has ended, however it ended
set -euo pipefail

programs() {
  local newest
  newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
  if [ -n "$newest" ] && [ -x "$newest/initdb" ]; then
    echo "$newest"
  elif command -v initdb >/dev/null && command -v pg_ctl >/dev/null; then
    dirname "$(command -v initdb)"
  else
    echo "no PostgreSQL programs on this machine" >&2
    exit 3
  fi
}

# PostgreSQL refuses to run as root: there it runs as the user its package made.
as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  node -e "const s=require('node:net').createServer().listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})"
}

start() {
  local folder=$1 limit=${2:-unlimited} bin port segment=16
  bin=$(programs)
  # The write-ahead log's own files have to stay below the limit.
  if [ "$limit" != unlimited ]; then segment=1; fi
  mkdir -p "$folder"
  if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
  cd "$folder"
  as_server "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync --wal-segsize="$segment" >"$folder.log" 2>&1
  local volatile=''
  if [ "${DURABLE:-}" != 1 ]; then volatile='-c fsync=off -c synchronous_commit=off -c full_page_writes=off'; fi
  ulimit -f "$limit"
  for _ in 1 2 3; do
    port=$(free_port)
    if as_server "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/data/server.log" -o "-p $port \
      -c listen_addresses=127.0.0.1 -c unix_socket_directories='' $volatile -c max_connections=400 -c shared_buffers=64MB" start >>"$folder.log" 2>&1; then
      echo "postgres://postgres@127.0.0.1:$port/postgres"
      return
    fi
  done
  cat "$folder.log" "$folder/data/server.log" >&2
  exit 1
}

stop() {
  local folder=$1 bin
  bin=$(programs)
  cd /
  as_server "$bin/pg_ctl" -D "$folder/data" -w -m immediate stop >/dev/null || true
  rm -rf "$folder" "$folder.log"
}

# A run that is broken off cannot stop its own cluster.
watch() {
  while kill -0 "$1" 2>/dev/null; do sleep 2; done
  if [ -d "$2" ]; then stop "$2"; fi
}

case "${1:-}" in
  where) programs ;;
  start) start "$2" "${3:-}" ;;
  stop) stop "$2" ;;
  watch) watch "$2" "$3" ;;
  *) sed -n '2,8p' "$0"; exit 2 ;;
esac
