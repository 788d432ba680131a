#!/bin/sh
# Tries Concord on clean systems of Debian 12, made with debootstrap; needs root or sudo:
#
#   tests/fresh.sh PACKAGE.deb
#
# In the first the package is installed with apt and compiles one text. In the second, which has only
# git and make beside it, `make` runs in a clean clone of the last commit. Both are removed again.
set -eu
cd "$(dirname "$0")/.."
package=$(realpath "${1:?usage: tests/fresh.sh PACKAGE.deb}")

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

work=$(mktemp -d)
finish() {
  for root in "$work"/*/proc; do as_root umount "$root" 2>/dev/null || true; done
  as_root rm -rf --one-file-system "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

# The same archive that this machine is served from.
# shellcheck disable=SC2016  # apt expands it
archive=$(apt-get indextargets --format '$(SITE)' 'Codename: bookworm' 'Component: main' | head -n 1)

clean_system() { # name, packages
  as_root debootstrap --variant=minbase ${2:+--include="$2"} bookworm "$work/$1" "$archive" \
    >"$work/$1.log" 2>&1 || { tail -n 20 "$work/$1.log" >&2; exit 1; }
  as_root cp /etc/resolv.conf "$work/$1/etc/resolv.conf"
  as_root mount -t proc proc "$work/$1/proc"
}

inside() { # name, command
  as_root chroot "$work/$1" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    DEBIAN_FRONTEND=noninteractive YES=1 sh -euc "$2"
}

echo "fresh: the package in a clean system"
clean_system installed ""
as_root cp "$package" "$work/installed/root/concord.deb"
inside installed '
  apt-get -qq update
  apt-get -qq install --no-install-recommends /root/concord.deb >/dev/null
  mkdir /root/text
  cd /root/text
  printf "%s\n" "---" "council: Exampleford Town Council" "title: Protocol" "---" "" \
    "1. Officers must be impartial." >exampleford.md
  concord build exampleford.md --formats html,json,xml -o site
  grep -q "Officers must be impartial" site/exampleford/index.html'

echo "fresh: make in a clean clone"
clean_system cloned "git,make,ca-certificates"
as_root git clone -q --no-local . "$work/cloned/root/concord"
inside cloned '
  cd /root/concord
  make
  test -f output/index.html'
echo "fresh: both work"
