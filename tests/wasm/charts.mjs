// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node charts.mjs MODULE.wasm FOLDER
// The charts that essaim_chart_run wrote, laid out by the module: the same bytes as natively.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [path, folder] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(path));
const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) throw new Error(`the module imports ${imports.map((one) => one.name).join(", ")}`);
const { exports } = new WebAssembly.Instance(module);
exports._initialize();

let failures = 0;
function check(what, call, input, expected) {
  const at = exports.essaim_input(input.length);
  new Uint8Array(exports.memory.buffer, at, input.length).set(input);
  const found = call();
  const here = Buffer.from(new Uint8Array(exports.memory.buffer, found, exports.essaim_output_size()));
  if (here.equals(expected)) return;
  ++failures;
  console.log(`DIFFERENT ${what}`);
}

let count = 0;
const native = (name) => readFileSync(join(folder, name));
for (const [kind, calls] of Object.entries({
  curves: { curves: exports.essaim_chart_curves, domain: exports.essaim_chart_domain },
  dots: { dots: exports.essaim_chart_dots },
})) {
  for (let i = 0; existsSync(join(folder, `${kind}-${i}`)); ++i) {
    const input = native(`${kind}-${i}`);
    for (const [answer, call] of Object.entries(calls)) check(`${answer}-${i}`, call, input, native(`${answer}-${i}.json`)), ++count;
    check(`${kind}-${i}, cut`, Object.values(calls)[0], input.subarray(0, input.length - 3), Buffer.alloc(0));
  }
}
if (count < 100) throw new Error(`only ${count} charts`);
console.log(`${count} answers, ${failures} differ`);
process.exit(failures === 0 ? 0 : 1);
