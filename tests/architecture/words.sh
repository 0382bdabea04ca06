#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# What may stand nowhere: marks of unfinished work, paths of one machine, hosts of package registries.
# (One letter of each word is in brackets, so that this file passes its own check.)
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

unfinished='\b(TO[D]O|FIX[M]E|XX[X]|HAC[K]|not imple[m]ented|place[h]older|dum[m]y|stu[b])\b'
machine='(^|[^A-Za-z0-9_.})*-])/(wor[k]|hom[e]|roo[t]|far[m]|tm[p])/[a-z]'
registry='https?://(registry|deb|security|archive|pypi|files|crates|static)\.[a-z]+\.(org|com|io)'

verdict "$(files '*' | { grep -vE '^LICENSE$|\.(nc|wasm|png|bin)$' || true; } |
  xargs -r -d '\n' grep -InE -- "$unfinished|$machine|$registry" || true)"
