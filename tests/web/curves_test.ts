// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CurveReader, HIDDEN } from "../../viz/web/src/data";
import { canDraw, curveDomain, curveLayout, dotLayout, loadGeometry, type CurveChart, type DotRow } from "../../viz/web/src/charts/geometry";

/// What viz/report/pack.h says, written anew.
function written(steps: (number | "none" | "hidden")[]): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const step of steps) {
    let code = step === "none" ? 0 : step === "hidden" ? 1 : 0;
    if (typeof step === "number") {
      const change = step - last;
      code = 2 + (change >= 0 ? 2 * change : -2 * change - 1);
      last = step;
    }
    for (; code >= 128; code = Math.floor(code / 128)) bytes.push((code % 128) + 128);
    bytes.push(code);
  }
  return Uint8Array.from(bytes);
}

test("curves come back as they were written", () => {
  const reader = new CurveReader(written([1234, 1233, "none", 1300, "hidden", -7, 4_000_000]));
  assert.deepEqual([...reader.curve(7, 1)], [123.4, 123.3, NaN, 130, HIDDEN, -0.7, 400_000]);
});

test("curves that end too early are noticed", () => {
  assert.throws(() => new CurveReader(written([1, 2])).curve(3, 0), /too early/);
});

/// The module, where it was built.
async function withGeometry(): Promise<boolean> {
  const file = join(process.env["ESSAIM_SOURCE_DIR"]!, "build/wasm/bin/charts.wasm");
  await loadGeometry(existsSync(file) ? readFileSync(file) : null);
  return canDraw();
}

const CHART: CurveChart = {
  sheet: { width: 800, size: 13, language: "fr" },
  height: 200,
  start: "2026-06-01",
  days: 3,
  unit: "kg",
  difference: false,
  setting: "full",
  lines: [{ kind: "with", label: "avec", fan: [1, 2, 3, 4, 5].map((q) => Float64Array.of(q, q + 0.5, HIDDEN)), median: true, bands: true, filled: true, few: false }],
  events: [{ label: "Été « chaud »", from: 1, to: 2, shock: true }],
};

test("a browser without the module draws nothing, and says so", { concurrency: false }, async () => {
  await loadGeometry(null);
  assert.equal(curveLayout(CHART), null);
  await loadGeometry(Uint8Array.of(1, 2, 3));
  assert.equal(canDraw(), false);
});

test("what the page asks is what the geometry reads", { concurrency: false }, async (t) => {
  if (!(await withGeometry())) return t.skip("no charts.wasm here");
  const layout = curveLayout(CHART)!;
  const marks = layout.layers.flatMap(([layer, all]) => all.map((mark) => `${layer}/${mark[1]}`));
  for (const role of ["stripes/stripe", "axes/unit", "axes/zero", "events/shock", "line with/band wide", "line with/band narrow", "line with/median", "names/name with"]) {
    assert.ok(marks.includes(role), `${role} in ${marks.join()}`);
  }
  assert.ok(layout.layers.flatMap(([, all]) => all).some((mark) => mark[0] === "text" && mark[6] === "Été « chaud »"));
  assert.equal(layout.from_zero, true);
  assert.deepEqual(curveDomain(CHART), { low: 1, high: 5.5 });
  assert.equal(curveDomain({ ...CHART, lines: [] }), null);
  assert.throws(() => curveLayout({ ...CHART, days: 4 }), /does not understand/);
});

test("rows of dots come back in their order", { concurrency: false }, async (t) => {
  if (!(await withGeometry())) return t.skip("no charts.wasm here");
  const rows: DotRow[] = [
    { label: "Langouët", dots: [{ kind: "without", value: 4, low: null, high: null }, { kind: "with", value: 3, low: 2, high: 5 }] },
    { label: "Ailleurs", dots: [], note: "pas de valeur" },
  ];
  const texts = dotLayout({ sheet: CHART.sheet, unit: "%", difference: false, rows })!
    .layers.flatMap(([, all]) => all)
    .flatMap((mark) => (mark[0] === "text" && ["row-name", "note"].includes(mark[1]) ? [mark[6]] : []));
  assert.deepEqual(texts, ["Langouët", "Ailleurs", "pas de valeur"]);
});
