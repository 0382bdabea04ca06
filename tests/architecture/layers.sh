#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# Includes go one way: layers.txt says which rooms a room may include, libraries.txt where heavy libraries may stand.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

includes() {
  files '*.h' '*.cc' | { grep -E '^(engine|models|scenarios|viz)/' || true; } |
    xargs -r grep -HnE '^[[:space:]]*#[[:space:]]*include' || true
}

verdict "$({
  entries layers.txt | sed 's/^/LAYER /'
  entries libraries.txt | sed 's/^/LIBRARY /'
  includes
} | awk -f "$here/layers.awk")"
