#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# usage: checks_test.sh FOLDER
# Tests the checks: each passes a small good tree, and fails, with the right words, once one bad file is added to it.
set -euo pipefail
checks=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=${1:?usage: checks_test.sh FOLDER}
failures=0

head_lines=$'// SPDX-FileCopyrightText: The Essaim authors\n// SPDX-License-Identifier: Apache-2.0\n'

# write PATH TEXT: one file of the sample tree, after its licence lines.
write() {
  mkdir -p "$folder/$(dirname "$1")"
  printf '%s%s\n' "$head_lines" "$2" >"$folder/$1"
}

good_tree() {
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$checks/../../.clang-format" "$folder/"
  write engine/core/time.h $'#pragma once\n\n#include <cstdint>'
  write engine/run/loop.cc $'#include "engine/core/time.h"\n\n// A try in words, std::exp(x) and "std::hash".\nconst char* text = "throw";\nint million = 1\'000\'000;'
}

passes() {
  local said
  if ! said=$("$checks/$1.sh" "$folder" 2>&1); then
    echo "$1 finds fault with the good tree: $said"
    failures=$((failures + 1))
  fi
}

# fails CHECK WORDS PATH TEXT: with this file the check fails and says these words about it.
fails() {
  local said
  good_tree
  write "$3" "$4"
  if said=$("$checks/$1.sh" "$folder" 2>&1); then
    echo "$1 does not see: $4"
    failures=$((failures + 1))
  elif [[ "$said" != *"$2"* || "$said" != *"$3"* ]]; then
    echo "$1 should say \"$2\" about $3, but says: $said"
    failures=$((failures + 1))
  fi
}

good_tree
for check in layers portable sizes words spdx format; do passes "$check"; done

fails layers "engine/core may not include engine/run" engine/core/up.cc '#include "engine/run/loop.h"'
fails layers "models/food may not include models/shocks" models/food/theme.cc '#include "models/shocks/heat.h"'
fails layers "engine/record may not include models/commune" engine/record/out.cc '#include "models/commune/person.h"'
fails layers "scenarios/cli may not include tests/wasm" scenarios/cli/main.cc '#include "tests/wasm/run.h"'
fails layers "is not in layers.txt" models/magic/spell.cc '#include "engine/core/time.h"'
fails layers "from the root" engine/run/near.cc '#include "loop.h"'
fails layers "belongs in engine/record" scenarios/cli/main.cc '#include <hdf5.h>'
fails layers "stands in a header" scenarios/reader/read.h '#include <toml++/toml.h>'
fails layers "stands in a header" viz/term/data.h '#include <fmt/format.h>'

fails portable "Context::fail" models/food/shop.cc 'void f() { throw 1; }'
fails portable "essaim::math" engine/run/wave.cc 'double f(double x) { return std::exp(x); }'
fails portable "essaim::math" engine/run/wave.cc 'double f(double x) { return 2 * log(x); }'
fails portable "engine/core/hash.h" engine/world/map.h 'using H = std::hash<int>;'
fails portable "iteration order" engine/world/map.h '#include <unordered_map>
std::unordered_map<int, int> seen;'
fails portable "engine/core/random.h" models/commune/draw.cc 'std::normal_distribution<double> d;'
fails portable "no threads" engine/event/race.cc '#include <thread>'
fails portable "no files or streams" models/food/say.cc '#include <iostream>'
fails portable "throw" models/food/late.cc '/* words */ void f() { throw 1; }  // words'
fails portable "total key" models/food/order.cc 'void f(V& v) { std::sort(v.begin(), v.end()); }'

long_function=$(echo 'int f() {'; for i in {1..60}; do echo "  g($i);"; done; echo '}')
fails sizes "f has 62 lines" engine/run/long.cc "$long_function"
fails sizes "lines (at most 500)" engine/run/long.cc "$(printf 'int a;\n%.0s' {1..500})"

fails words "unfinished" docs/plan.md "unfinished: TO""DO"
fails words "somebody" docs/plan.md "see /ho""me/somebody/data"
fails words "registry" docs/plan.md "from https://regis""try.example.org/x"

fails format "clang-format" engine/run/crooked.cc 'int   f( ){return 1;}'

good_tree
echo '#pragma once' >"$folder/engine/core/bare.h"
if "$checks/spdx.sh" "$folder" >/dev/null; then
  echo "spdx does not see a file without its licence lines"
  failures=$((failures + 1))
fi

echo "$failures of the checks' own tests failed"
[ "$failures" -eq 0 ]
