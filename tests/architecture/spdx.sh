#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# The two licence lines stand among the first four of every source file and script; in C++ they are the first two.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

missing() {
  local file first
  while read -r file; do
    first=4
    case "$file" in *.h | *.cc) first=2 ;; esac
    head -n "$first" "$file" | grep -q 'SPDX-FileCopyrightText: The Essaim authors' &&
      head -n "$first" "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' ||
      echo "$file: the two SPDX lines are missing at its top"
  done < <(files '*.h' '*.cc' '*.mjs' '*.js' '*.ts' '*.css' '*.sh' '*.awk' '*.cmake' 'scripts/*')
}

verdict "$(missing)"
