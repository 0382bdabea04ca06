#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# unit.sh FOLDER: checks the types of the page, and runs its unit tests.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export ESSAIM_SOURCE_DIR=${here%/tests/web}
web=$ESSAIM_SOURCE_DIR/viz/web

command -v node >/dev/null || { echo "skipped: no Node here (scripts/setup test installs it)"; exit 77; }
[ -d "$web/node_modules/esbuild" ] || { echo "skipped: no packages here (npm ci in viz/web)"; exit 77; }
"$web/node_modules/.bin/tsc" --noEmit --project "$web"
mkdir -p "$1"
node "$web/build.mjs" tests "$1"
node --test "$1"
