#!/bin/sh
# PDF pages need Pango. Without it Mindlines still runs and offers a page to print instead.
set -eu

there() {
  "$BIN/python" -c 'import sys; from ctypes.util import find_library as find
sys.exit(not all(map(find, ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset"))))'
}

libraries="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"
there && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing the libraries that PDF pages need ..."
  export DEBIAN_FRONTEND=noninteractive
  if apt-get -qq update && apt-get -qq install -y --no-install-recommends -o DPkg::Lock::Timeout=300 $libraries >/dev/null; then
    exit 0
  fi
fi
echo "Note: PDF pages need a few system libraries. Mindlines runs without them and offers a page to print instead."
echo "      To have them: sudo apt-get install $libraries"
