#!/bin/sh
# Makes the Debian package of a build and tries it as one who has nothing else of Concord:
#
#   tests/package.sh BUILD_FOLDER
#
# The package is taken apart into a folder of its own, and the program in it compiles a text, with
# no environment and from another folder. `make fresh` installs it with apt in a clean system.
set -eu
cd "$(dirname "$0")/.."

build=$(cd "${1:?usage: tests/package.sh BUILD_FOLDER}" && pwd)
work=$build/package
rm -rf "$work"
mkdir -p "$work/root" "$work/text"

fail() {
  echo "package: $1" >&2
  exit 1
}

(cd "$build" && cpack -G DEB -B "$work" >"$work/cpack.txt" 2>&1) || fail "$(cat "$work/cpack.txt")"
package=$(find "$work" -maxdepth 1 -name 'concord_*.deb')
[ -f "$package" ] || fail "cpack made no package"

depends=$(dpkg-deb --field "$package" Depends)
for library in libxml2 libyaml-0-2 libqpdf29; do
  case "$depends" in *"$library"*) ;; *) fail "Depends lacks $library: $depends" ;; esac
done
case "$(dpkg-deb --field "$package" Recommends)" in *nodejs*) ;; *) fail "nodejs is not recommended" ;; esac

dpkg-deb --extract "$package" "$work/root"
for file in usr/share/man/man1/concord.1.gz usr/share/bash-completion/completions/concord \
  usr/share/concord/register/roles.yaml usr/share/concord/templates/words.json \
  usr/share/doc/concord/copyright; do
  [ -f "$work/root/$file" ] || fail "no $file"
done

printf -- '---\ncouncil: Exampleford Town Council\ntitle: Protocol\n---\n\n1. Officers must be impartial.\n' \
  >"$work/text/exampleford.md"
cd "$work/text"
env -i "$work/root/usr/bin/concord" build exampleford.md --formats html,json -o site ||
  fail "the program of the package cannot build"
grep -q 'Officers must be impartial' site/exampleford/index.html || fail "the page lacks the text"
