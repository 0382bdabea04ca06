#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# usage: equal.sh NATIVE_PROGRAM MODULE.wasm
# The same small runs, natively and in Node: the same digests, to the last bit. 77 says that the test is skipped.
set -euo pipefail
native=$1
module=$2
seeds=(1 2 2026 4294967295)

command -v node >/dev/null || { echo "skipped: there is no node"; exit 77; }
[ -f "$module" ] || { echo "skipped: there is no $module (cmake --preset wasm && cmake --build build/wasm)"; exit 77; }

here=$("$native" "${seeds[@]}")
there=$(node "$(dirname "${BASH_SOURCE[0]}")/digest.mjs" "$module" "${seeds[@]}")
paste <(printf 'seed %s\n' "${seeds[@]}") <(echo "$here") <(echo "$there")
[ -n "$here" ] || { echo "The native program printed nothing."; exit 1; }
[ "$(sort -u <<<"$here" | wc -l)" -eq ${#seeds[@]} ] || { echo "Seeds should give different digests."; exit 1; }
[ "$here" = "$there" ] || { echo "WebAssembly and native digests differ."; exit 1; }
