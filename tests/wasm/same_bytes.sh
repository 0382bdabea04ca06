#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# usage: same_bytes.sh NATIVE_PROGRAM MODULE.wasm FOLDER CHECK.mjs
# What a program wrote natively, found again by a module in Node: the same bytes. 77 says that the test is skipped.
set -euo pipefail
native=$1 module=$2 folder=$3 check=$4

command -v node >/dev/null || { echo "skipped: there is no node"; exit 77; }
[ -f "$module" ] || { echo "skipped: there is no $module (cmake --preset wasm && cmake --build build/wasm)"; exit 77; }
mkdir -p "$folder"
"$native" "$folder"
exec node "$(dirname "${BASH_SOURCE[0]}")/$check" "$module" "$folder"
