#!/bin/sh
# The journeys walk through the pages in Chromium: the machine's own, or the one that CHROMIUM names.
set -eu

[ -n "${CHROMIUM:-}" ] && exit 0
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium for the tests ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -qq install -y --no-install-recommends -o DPkg::Lock::Timeout=300 chromium >/dev/null
  exit 0
fi
echo "The tests need Chromium. Install it (sudo apt-get install chromium) or say where it is: make test CHROMIUM=/path/to/it"
exit 1
