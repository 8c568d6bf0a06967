#!/usr/bin/env bash
# Builds the container, starts it on a volume of its own, waits until it says that it is healthy, asks for the home page, and takes it away.
# Needs podman or docker; arguments go to the build, for example: scripts/container.sh --build-arg BASE=…
set -euo pipefail
cd "$(dirname "$0")/.."

engine=$(command -v podman || command -v docker || true)
if [ -z "$engine" ]; then
  echo 'No container engine here: install podman or docker.' >&2
  exit 3
fi

name="codmap-try-$$"
"$engine" build -f Containerfile -t codmap "$@" .
trap '"$engine" rm -f "$name" >/dev/null 2>&1; "$engine" volume rm "$name" >/dev/null 2>&1' EXIT
"$engine" volume create "$name" >/dev/null
"$engine" run -d --name "$name" -v "$name":/data -p 127.0.0.1::8080 --read-only --tmpfs /tmp --cap-drop ALL ${CODMAP_RUN_OPTIONS:-} codmap >/dev/null
port=$("$engine" port "$name" 8080/tcp | sed -n '1s/.*://p')
for _ in $(seq 60); do
  if curl -fsS "http://127.0.0.1:$port/readyz" >/dev/null 2>&1; then break; fi
  sleep 1
done
"$engine" exec "$name" id -u | grep -qx 10001
curl -fsS "http://127.0.0.1:$port/readyz"; echo
curl -fsS "http://127.0.0.1:$port/" | grep -q '<html'
"$engine" exec "$name" node server/bin.js --version
echo "The container answers as user 10001 with a read-only system, and keeps its store in /data."
