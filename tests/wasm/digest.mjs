// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node digest.mjs MODULE.wasm SEED...
// Prints the digest of the small run of each seed. The module must ask nothing of its host, as in an offline page.

import { readFileSync } from "node:fs";

const [path, ...seeds] = process.argv.slice(2);
const module = new WebAssembly.Module(readFileSync(path));

const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) {
  console.error("The module imports", imports.map(({ module, name }) => `${module}.${name}`).join(", "));
  console.error("(a portable room prints, formats floating-point text or reads a clock; see viz/wasm/runtime.cc)");
  process.exit(1);
}

const { exports } = new WebAssembly.Instance(module);
exports._initialize();

function text(address) {
  const bytes = new Uint8Array(exports.memory.buffer, address);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
}

for (const seed of seeds) console.log(text(exports.essaim_small_run_digest(Number(seed))));
