# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# What the checks of this folder share. Each check is called as `check.sh ROOT` and prints one line a finding.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "${1:?usage: $(basename "$0") ROOT}"

# files PATTERN...: the repository's files of these names, tracked or new, not those that git ignores.
files() {
  if [ -e .git ]; then
    git ls-files --cached --others --exclude-standard -- "$@" | sort -u | while read -r file; do
      [ ! -f "$file" ] || echo "$file"
    done
  else
    local pattern
    for pattern in "$@"; do find . -path ./build -prune -o -type f -name "$pattern" -printf '%P\n'; done | sort -u
  fi
}

# entries FILE: the lines of a rule file, without comments and empty lines ("#include" begins a rule, not a comment).
entries() { grep -vE '^[[:space:]]*($|#([^i]|$))' "$here/$1" || true; }

# verdict FINDINGS: prints them; fails if there are any.
verdict() {
  [ -n "$1" ] || return 0
  printf '%s\n' "$1"
  return 1
}
