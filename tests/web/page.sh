#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# page.sh ESSAIM FOLDER TEST.mjs HAS_PAGE: runs a small scenario, writes its page, and gives both to a test in a browser.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export ESSAIM_SOURCE_DIR=${here%/tests/web}
essaim=$1 folder=$2 check=$3 has_page=$4

command -v node >/dev/null || { echo "skipped: no Node here (scripts/setup test installs it)"; exit 77; }
[ "$has_page" = 1 ] || { echo "skipped: this build has no page (npm ci in viz/web, then configure again)"; exit 77; }
mkdir -p "$folder"
cd "$folder"
"$essaim" run "$here/small.toml" -o small.nc >/dev/null
"$essaim" report small.nc -o page.html --lang fr
"$essaim" summary small.nc --json >summary.json
"$essaim" compare small.nc --json >compare.json
exec node "$here/$check" page.html summary.json compare.json
