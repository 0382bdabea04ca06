#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# No file over 500 lines, no function over 60, but for those of size_exceptions.txt.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

mapfile -t sources < <(files '*.h' '*.cc' '*.mjs' '*.js' '*.ts' '*.css' '*.sh' '*.awk' '*.cmake' 'CMakeLists.txt')
[ ${#sources[@]} -gt 0 ] || exit 0

long_files() { wc -l "${sources[@]}" | awk '$2 != "total" && $1 > 500 { print $2 "  has " $1 " lines (at most 500)" }'; }

long_functions() {
  ctags --languages=C++ --langmap=C++:.h.cc --kinds-C++=f --fields=+ne --sort=no -x \
    --_xformat='%{input} %{name} %n %e' "${sources[@]}" 2>/dev/null |
    awk 'NF == 4 && $4 - $3 + 1 > 60 { print $1 ":" $2 "  has " $4 - $3 + 1 " lines (at most 60), from line " $3 }'
}

verdict "$({ long_files; long_functions; } | awk -F'  +' '
  NR == FNR { reason[$1] = $2; next }
  reason[$1] == "" { print $1 " " $2 }' <(entries size_exceptions.txt; echo) -)"
