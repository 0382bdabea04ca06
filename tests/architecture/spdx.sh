#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# The two licence lines stand among the first four of every source file and script; in C++ they are the first two.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

missing() {
  files '*.h' '*.cc' '*.mjs' '*.js' '*.ts' '*.css' '*.sh' '*.awk' '*.cmake' 'scripts/*' | awk '
    {
      file = $0
      first = file ~ /\.(h|cc)$/ ? 2 : 4
      copyright = licence = 0
      for (i = 0; i < first && (getline line < file) > 0; ++i) {
        if (index(line, "SPDX-FileCopyrightText: The Essaim authors")) copyright = 1
        if (index(line, "SPDX-License-Identifier: Apache-2.0")) licence = 1
      }
      close(file)
      if (!copyright || !licence) print file ": the two SPDX lines are missing at its top"
    }'
}

verdict "$(missing)"
