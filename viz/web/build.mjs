// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Builds the page: one HTML text with its styles and script inline, and a policy that lets nothing else in.
//   node build.mjs app FILE.cc [CHARTS.wasm]  as a C++ source for viz/report, with the geometry of its charts
//   node build.mjs module FILE.wasm FILE.cc  the simulator, likewise
//   node build.mjs html FILE.html [CHARTS.wasm]  as it is, without data
//   node build.mjs tests DIR       the unit tests as plain modules
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = ["chrome103", "firefox113", "safari16.4"];

/// `import source from "text:live/worker.ts"` is that file, bundled, as a text: what a Blob worker runs.
const asText = {
  name: "text",
  setup(building) {
    building.onResolve({ filter: /^text:/ }, ({ path }) => ({ path: path.slice(5), namespace: "text" }));
    building.onLoad({ filter: /.*/, namespace: "text" }, async ({ path }) => ({
      contents: await bundled(path),
      loader: "text",
      watchFiles: [join(here, "src", path)],
    }));
  },
};

async function bundled(entry, loader) {
  const result = await build({
    entryPoints: [join(here, "src", entry)],
    bundle: true,
    minify: true,
    format: "iife",
    target,
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "error",
    loader,
    plugins: [asText],
  });
  return result.outputFiles[0].text.trimEnd();
}

const digest = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString("base64");

/// What draws its charts stands in the page itself: it is needed before the first one.
const chartsBlock = (file) => (file ? `<script type="text/plain" id="block-charts">${packed(readFileSync(file))}</script>\n` : "");

async function page(charts) {
  const script = (await bundled("main.ts")).replaceAll("</script", "<\\/script");
  const style = await bundled("page.css");
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)} 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src ${digest(style)}`,
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return readFileSync(join(here, "src", "page.html"), "utf8")
    .replace("{{policy}}", () => policy)
    .replace("{{style}}", () => style)
    .replace("{{charts}}", () => chartsBlock(charts))
    .replace("{{script}}", () => script);
}

/// Raw strings of at most 10,000 characters: some compilers take no longer ones.
function cpp(text) {
  const mark = "essaim_page";
  if (text.includes(`)${mark}"`)) throw new Error("the page holds the mark that ends a raw string");
  const pieces = Array.from(text).reduce((all, letter, i) => {
    if (i % 10000 === 0) all.push("");
    all[all.length - 1] += letter;
    return all;
  }, []);
  return [
    "// Written by viz/web/build.mjs.",
    '#include "viz/report/page_app.h"',
    "",
    "namespace essaim::report {",
    "",
    "std::string_view page_app() {",
    "  static constexpr std::string_view app =",
    ...pieces.map((piece) => `R"${mark}(${piece})${mark}"`),
    "      ;",
    "  return app;",
    "}",
    "",
    "}  // namespace essaim::report",
    "",
  ].join("\n");
}

/// Strings of bytes are long: lines keep editors and compilers at ease.
function cppModule(bytes) {
  const text = packed(bytes);
  return [
    "// Written by viz/web/build.mjs.",
    '#include "viz/report/live_blocks.h"',
    "",
    "namespace essaim::report {",
    "",
    "std::string_view page_module() {",
    "  static const std::string_view module =",
    ...text.match(/.{1,10000}/g).map((piece) => `"${piece}"`),
    "      ;",
    "  return module;",
    "}",
    "",
    "}  // namespace essaim::report",
    "",
  ].join("\n");
}

async function tests(folder) {
  const sources = join(here, "..", "..", "tests", "web");
  const entries = readdirSync(sources).filter((name) => name.endsWith("_test.ts"));
  await build({
    entryPoints: entries.map((name) => join(sources, name)),
    bundle: true,
    format: "esm",
    platform: "node",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    plugins: [asText],
    logLevel: "error",
  });
}

const [what, out, second] = process.argv.slice(2);
if (what === "app") writeFileSync(out, cpp(await page(second)));
else if (what === "module" && second) writeFileSync(second, cppModule(readFileSync(out)));
else if (what === "html") writeFileSync(out, await page(second));
else if (what === "tests") await tests(out);
else {
  console.error("usage: node build.mjs app FILE.cc [CHARTS.wasm] | module FILE.wasm FILE.cc | html FILE.html [CHARTS.wasm] | tests DIR");
  process.exit(2);
}
