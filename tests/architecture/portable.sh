#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# The portable rooms name nothing of portable.txt (portable_exceptions.txt lists the exceptions), and each sort says,
# in a comment on its line or the three above, by which total or unique key it sorts: ties would fall in the library's order.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

mapfile -t sources < <(files '*.h' '*.cc' | grep -E '^(engine/(core|event|world|run)|models)/' || true)
[ ${#sources[@]} -gt 0 ] || exit 0

code=$(awk -f "$here/strip.awk" "${sources[@]}")

forbidden() {
  local rule
  while IFS= read -r rule; do
    { grep -E -- "${rule%%  *}" <<<"$code" || true; } | sed -E "s/[[:space:]]+/ /g" |
      while IFS= read -r found; do printf '%s   (%s)\n' "$found" "${rule##*  }"; done
  done < <(entries portable.txt)
}

# Keeps the findings that portable_exceptions.txt does not excuse.
without_exceptions() {
  awk '
    $1 == "EXCEPTION" {
      sub(/^EXCEPTION /, ""); sub(/  .*/, "")
      file[++n] = $1
      sub(/^[^ ]+ ?/, ""); piece[n] = $0
      next
    }
    {
      for (i = 1; i <= n; ++i) if (index($0, file[i]) == 1 && (piece[i] == "" || index($0, piece[i]))) next
      print
    }' <(entries portable_exceptions.txt | sed 's/^/EXCEPTION /') -
}

unexplained_sorts() {
  awk '
    FNR == 1 { explained = -9 }
    /\/\/.*(total|unique|key)/ { explained = FNR }
    /(std::(ranges::)?(sort|nth_element|partial_sort|make_heap|push_heap)|priority_queue) *[(<]/ && FNR > explained + 3 {
      print FILENAME ":" FNR ": a sort without a word on its total key (say in a comment what decides between equals)"
    }' "${sources[@]}"
}

verdict "$(forbidden | without_exceptions; unexplained_sorts)"
