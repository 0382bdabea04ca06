#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# usage: install_and_use.sh BUILD_FOLDER WORK_FOLDER COMPILER
set -euo pipefail
build=$1
work=$2
compiler=$3
stranger=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/stranger

rm -rf "$work"
mkdir -p "$work"
cmake --install "$build" --prefix "$work/prefix" >"$work/install.log" || { cat "$work/install.log"; exit 1; }
cmake -S "$stranger" -B "$work/stranger" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Debug \
  -DCMAKE_PREFIX_PATH="$work/prefix"
cmake --build "$work/stranger"

said=$("$work/stranger/stranger")
echo "the stranger says: $said"
[ "$said" = "20 rings in 10 days" ]

# The installed program finds the scenarios that were installed with it, from any folder.
cd "$work"
pilots=$(env -u ESSAIM_DATA "$work/prefix/bin/essaim" describe pilots)
grep -qi "saillans" <<<"$pilots" || { echo "the installed program does not find its pilots: $pilots"; exit 1; }
