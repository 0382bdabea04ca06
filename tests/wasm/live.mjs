// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node live.mjs MODULE.wasm FOLDER
// The room that essaim_live_run wrote, simulated by the module: the same bytes of every outcome, row and curve.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const [path, folder] = process.argv.slice(2);
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)));
exports._initialize();
const native = (name) => readFileSync(join(folder, name));

function write(bytes) {
  const at = exports.essaim_input(bytes.length);
  new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
}
const output = (at) => Buffer.from(new Uint8Array(exports.memory.buffer, at, exports.essaim_output_size()).slice());

let failures = 0;
function same(what, here, there) {
  const equal = here.equals(there);
  if (!equal) ++failures;
  console.log(`${equal ? "same" : "DIFFERENT"} ${what}: ${here.length} bytes`);
}

write(native("bundle"));
if (exports.essaim_load() !== 1) throw new Error("the bundle was refused");
write(Buffer.from('{"site": 9}'));
if (output(exports.essaim_room()).length === 0) throw new Error("a wrong room was taken");
if (exports.essaim_begin(0) !== 0) throw new Error("it ran without a room");
write(native("room.json"));
const why = output(exports.essaim_room()).toString();
if (why !== "") throw new Error(why);

for (const replicate of [1, 0]) {
  exports.essaim_begin(replicate);
  while (exports.essaim_step());
  if (exports.essaim_progress() !== 1) throw new Error("not all was done");
  const outcome = output(exports.essaim_outcome());
  same(`outcome ${replicate}`, outcome, native(`outcome-${replicate}`));
  write(outcome);
  exports.essaim_add();
}
const every = (answer) => {
  const lines = [];
  for (let i = 0; ; ++i) {
    const line = output(answer(i));
    if (line.length === 0) return Buffer.concat(lines);
    lines.push(line, Buffer.from("\n"));
  }
};
same("rows of every indicator", every(exports.essaim_rows), native("rows"));
same("curves of every indicator", every(exports.essaim_curves), native("curves"));
process.exit(failures === 0 ? 0 : 1);
