#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# Every C++ file is as clang-format-19 would write it (scripts/format writes it so).
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

verdict "$(files '*.h' '*.cc' | xargs -r clang-format-19 --dry-run 2>&1 |
  sed -nE 's/^([^:]+):[0-9]+:[0-9]+: (warning|error).*/\1: not as clang-format-19 writes it (scripts\/format mends it)/p' |
  sort -u)"
