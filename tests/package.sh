#!/bin/sh
# Makes the Debian package of a build and tries it as one who has nothing else of Concord:
#
#   tests/package.sh BUILD_FOLDER
#
# The package is taken apart into a folder of its own, and the program in it compiles a text, with
# no environment and from another folder; into a PDF too where there is Node.js, and else it says
# what is missing. `make fresh` installs it with apt in a clean system.
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
recommends=$(dpkg-deb --field "$package" Recommends)
for program in nodejs poppler-utils; do
  case "$recommends" in *"$program"*) ;; *) fail "$program is not recommended" ;; esac
done

dpkg-deb --extract "$package" "$work/root"
for file in usr/share/man/man1/concord.1.gz usr/share/bash-completion/completions/concord \
  usr/share/zsh/vendor-completions/_concord usr/share/fish/vendor_completions.d/concord.fish \
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

# Asked for PDFs, the program makes them or ends with what to install. Node.js is looked for on the path.
build_pdf() { # path
  env -i PATH="$1" "$work/root/usr/bin/concord" build exampleford.md --formats pdf -o pdf 2>said.txt
}
if build_pdf /nonexistent; then fail "a PDF was made without Node.js"; fi
grep -q 'install Node.js 18 or later' said.txt || fail "the program does not say what a PDF needs: $(cat said.txt)"
if command -v node >/dev/null && [ -d "$work/root/usr/share/concord/templates/pdf/node_modules" ]; then
  build_pdf "$PATH" || fail "the program of the package cannot make a PDF: $(cat said.txt)"
  [ "$(head -c 5 pdf/exampleford/protocol.pdf)" = %PDF- ] || fail "the PDF is none"
fi
