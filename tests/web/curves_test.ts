// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { test } from "node:test";
import { CurveReader, HIDDEN } from "../../viz/web/src/data";
import { axisOf } from "../../viz/web/src/charts/scale";

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

test("axes hold their values, with round marks", () => {
  for (const [low, high] of [[0.1, 0.4], [12, 37], [-3.2, 1.1], [1.52e5, 1.6e5], [0, 0], [5, 5], [-8, -7.9]] as const) {
    const axis = axisOf({ low, high }, 5);
    assert.ok(axis.low <= low && axis.high >= high, `${low} ${high}`);
    assert.ok(axis.ticks.length >= 2 && axis.ticks.length <= 13, `${axis.ticks}`);
    for (const tick of axis.ticks) assert.ok(Math.abs(Number(tick.toFixed(axis.decimals)) - tick) < 1e-9, `${tick}`);
  }
  assert.equal(axisOf({ low: 12, high: 37 }, 5).low, 0, "zero is shown when it is near");
  assert.equal(axisOf({ low: 152, high: 160 }, 5).fromZero, false);
});
