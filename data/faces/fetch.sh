#!/usr/bin/env bash
# Brings a hundred faces, and a hundred pictures of none, to data/sets/faces (or under $LATENT_DATA) and verifies every byte of them.
# They lie in Debian's package python3-skimage, which is opened here and not installed: any user may do that.
# Exit code: 0 the file is right, 1 it could not be brought, 2 a tool is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
. "$here/../npm.sh" # for: right
package=python3-skimage
file=lfw_subset.npy
sets="${LATENT_DATA:-$(dirname "$here")/sets}"
target="$sets/faces"

if right "$target"; then
  echo "data: the faces are in $target, verified"
  exit 0
fi
for tool in apt-get dpkg-deb; do
  command -v "$tool" >/dev/null || { echo "data: $tool is missing; the faces are brought from a package of Debian 12, so run $0 there" >&2; exit 2; }
done
mkdir -p "$sets"
work="$(mktemp -d "$sets/.faces.XXXXXX")"
trap 'rm -rf "$work"' EXIT

echo "data: fetching the faces (Debian $package, 21 MB, not installed: variational autoencoders draw faces)"
mkdir -p "$work"/{lists,archives}/partial
# As root apt would fetch as another user, who may not write here, and warn of it.
apt() { (cd "$work" && apt-get -q -o APT::Sandbox::User=root "$@" >log 2>&1); }
# Where the system's lists of packages are missing or out of date, as in a container, lists of our own do.
own=(-o Dir::State::Lists="$work/lists" -o Dir::Cache="$work")
if ! apt download "$package" && ! { apt "${own[@]}" update && apt "${own[@]}" download "$package"; }; then
  sed 's/^/data: apt-get: /' "$work/log" >&2
  echo "data: could not bring the faces; check the network and apt's sources, then run $0 again" >&2
  exit 1
fi
# Only the file's content is taken out, whatever else the package holds.
if ! dpkg-deb --fsys-tarfile "$work/$package"_*.deb | tar -xO "./usr/lib/python3/dist-packages/skimage/data/$file" >"$work/$file"; then
  echo "data: this system's $package holds no $file (Debian 12's does)" >&2
  exit 1
fi
right "$work" || { echo "data: the faces that $package brought are not the expected ones (SHA-256 in $here/checksums.sha256)" >&2; exit 1; }
mkdir -p "$target"
mv -f "$work/$file" "$target/$file"
echo "data: the faces are in $target, verified"
