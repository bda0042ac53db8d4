#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the autograder's image: it puts the pinned Node and TypeScript
# beside the grader. It asks for npm of any version from 7 on, and for the network that an image has while it is built.
set -euo pipefail

root="${AUTOGRADER_ROOT:-/autograder}"

stop() {
  echo "setup.sh: $1" >&2
  exit 1
}

install() {
  command -v apt-get > /dev/null || stop "$1 is missing, and so is apt-get; choose a base image of Ubuntu"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update || stop "apt-get update failed, see above; has the image no network?"
  apt-get install -y --no-install-recommends ca-certificates "$1" || stop "apt-get could not install $1, see above"
}

cd "$root/source" || stop "there is no folder $root/source; the zip file has to be unpacked there"

command -v npm > /dev/null || install npm

# No package has to run a script of its own, and none may.
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error ||
  stop "npm ci failed, see above; packages come from the registry that npm is set to"

for node in "$PWD"/node_modules/node-linux-*/bin/node; do
  [ -x "$node" ] && ln -sfn "$node" node
done
[ -x node ] || stop "there is no Node for the processor $(uname -m); x64 and arm64 are known"
# The one library that Node needs and small images lack.
./node --version > /dev/null 2>&1 || install libatomic1
./node --version > /dev/null || stop "Node does not start here, see above; choose a newer base image"

chmod +x run_autograder
./run_autograder --self-test || stop "the grader does not work in this image, see above"
