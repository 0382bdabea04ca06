#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# usage: reference.sh ROOT PROGRAM FOLDER: the committed pages of docs/reference are what the program writes today.
set -euo pipefail
root=$1
program=$2
fresh=$3
rm -rf "$fresh"
"$root/scripts/reference" "$program" "$fresh"
diff -ru "$root/docs/reference" "$fresh" || { echo "docs/reference is out of date: run scripts/reference"; exit 1; }
