#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# usage: live.sh NATIVE_PROGRAM MODULE.wasm FOLDER
# What a room tries, natively and in Node: the same bytes. 77 says that the test is skipped.
set -euo pipefail
native=$1 module=$2 folder=$3

command -v node >/dev/null || { echo "skipped: there is no node"; exit 77; }
[ -f "$module" ] || { echo "skipped: there is no $module (cmake --preset wasm && cmake --build build/wasm)"; exit 77; }
mkdir -p "$folder"
"$native" "$folder"
exec node "$(dirname "${BASH_SOURCE[0]}")/live.mjs" "$module" "$folder"
