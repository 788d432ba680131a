#!/bin/sh
# Installs what Concord needs and this machine lacks, and says so; silent where nothing is missing.
#
#   compiler/dependencies.sh build   what `make` needs: compiler, libraries, the typesetter
#   compiler/dependencies.sh test    that, and what `make test` needs
#   compiler/dependencies.sh package what `make`, `make deb` and `make fresh` need
#   compiler/dependencies.sh bench   that of test, and the programs that `make bench` measures against
#
# Before it installs Debian packages it asks, where there is a terminal to answer from; YES=1 answers,
# and the end of input (Ctrl-D) is no answer.
#
# Made for Debian 12. README.md says what each package is for. Elsewhere it names what to install.
set -eu
cd "$(dirname "$0")/.."

libraries="libboost-graph-dev libcli11-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
  libcpp-httplib-dev libctemplate-dev libfmt-dev libharfbuzz-dev libmimalloc-dev libminizip-dev libqpdf-dev
  libsqlite3-dev libstemmer-dev libtbb-dev libxlsxwriter-dev libxml2-dev libxxhash-dev libyaml-dev
  nettle-dev nlohmann-json3-dev"
test_libraries="catch2 fonts-noto-cjk libclang-rt-14-dev libclang-rt-19-dev python3-click python3-docx
  python3-jsonschema python3-lxml python3-matplotlib python3-networkx python3-pandas python3-pip
  python3-rich python3-uno"

# command:package, because a command may have come from elsewhere than its Debian package.
tools="cmake:cmake g++:g++ ninja:ninja-build node:nodejs npm:npm pdftotext:poppler-utils
  pkg-config:pkg-config"
test_tools="chromium:chromium clang++:clang clang++-19:clang-19 clang-format:clang-format clang-tidy:clang-tidy
  cppcheck:cppcheck java:default-jre-headless mvn:maven /usr/bin/python3:python3 qpdf:qpdf
  shellcheck:shellcheck soffice:libreoffice-writer strace:strace xmllint:libxml2-utils"
package_tools="debootstrap:debootstrap dpkg-shlibdeps:dpkg-dev"
bench_libraries="libbenchmark-dev python3-venv"
bench_tools="cmark-gfm:cmark-gfm git:git pandoc:pandoc /usr/bin/python3:python3 weasyprint:weasyprint"

npm_folders="templates/pdf"
test_npm_folders="tests/browser"

case "${1:-}" in
  build) ;;
  package) tools="$tools $package_tools" ;;
  test | bench)
    libraries="$libraries $test_libraries"
    tools="$tools $package_tools $test_tools"
    npm_folders="$npm_folders $test_npm_folders"
    if [ "$1" = bench ]; then
      libraries="$libraries $bench_libraries"
      tools="$tools $bench_tools"
    fi
    ;;
  *)
    echo "usage: $0 build|test|package|bench" >&2
    exit 2
    ;;
esac

missing_packages() {
  for library in $libraries; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$library" 2>/dev/null)" = installed ] ||
      echo "$library"
  done
  for tool in $tools; do
    command -v "${tool%%:*}" >/dev/null || echo "${tool##*:}"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

agreed() {
  if [ "${YES:-}" = 1 ] || ! [ -t 0 ]; then return 0; fi
  printf 'Install them now? [Y/n] '
  if ! read -r answer; then
    echo
    return 1
  fi
  case "$answer" in
    [nN]*) return 1 ;;
  esac
}

install_packages() {
  packages=$(missing_packages | sort | tr '\n' ' ')
  [ -n "$packages" ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "dependencies: no apt-get here; install what stands for these Debian packages: $packages" >&2
    return 0
  fi
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    echo "dependencies: as root, run: apt-get install $packages" >&2
    exit 1
  fi
  echo "dependencies: these Debian packages are missing: $packages"
  if ! agreed; then
    echo "dependencies: nothing was installed; to install them, run: apt-get install $packages" >&2
    exit 1
  fi
  as_root apt-get -q update
  # shellcheck disable=SC2086  # the list is meant to be split
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy -o DPkg::Lock::Timeout=300 \
    install --no-install-recommends $packages
}

# True where the typesetter has a Node.js to run on; else says what was found and what is wanted.
node_will_do() {
  wanted=$(sed -n 's/.*"node": ">=\([0-9]*\)".*/\1/p' templates/pdf/package.json)
  found=$(node --version 2>/dev/null) || found=
  major=${found#v}
  major=${major%%.*}
  if [ -z "$found" ]; then
    echo "dependencies: found no Node.js; without version $wanted or later there are no PDFs" >&2
  elif [ "$major" -lt "$wanted" ]; then
    echo "dependencies: found Node.js $found; without version $wanted or later there are no PDFs" >&2
  elif ! command -v npm >/dev/null; then
    echo "dependencies: found Node.js $found but no npm, which installs the typesetter; without it there are no PDFs" >&2
  else
    return 0
  fi
  return 1
}

# Once for each change of the lock file: a copy of it under build/ says what was installed.
#
# `npm install --no-save` keeps to the versions and hashes of the lock file, as `npm ci` does. `npm ci`
# of npm 11 refuses a lock file without the typesetter's packages for other systems, which not every
# registry carries.
install_node_modules() {
  folder=$1
  lock="$folder/package-lock.json"
  [ -f "$lock" ] || return 0
  installed="build/npm/$folder.lock"
  if [ -d "$folder/node_modules" ] && cmp -s "$lock" "$installed"; then return 0; fi
  echo "dependencies: installing the npm packages of $folder"
  if ! (cd "$folder" && npm install --no-save --no-audit --no-fund --loglevel=error); then
    echo "dependencies: npm failed in $folder; what needs it is left out" >&2
    return 0
  fi
  mkdir -p "$(dirname "$installed")"
  cp "$lock" "$installed"
}

install_packages
node_will_do || exit 0
for folder in $npm_folders; do
  install_node_modules "$folder"
done
