// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import test from "node:test";

import { MODES, type Ground, type Tours } from "../../viz/web/src/live/film";
import { DayScene, type View } from "../../viz/web/src/live/scene";

/// One street of ten crossings, 200 m apart; the place lies at its end, the town nowhere near.
const ground: Ground = {
  nodes: [...Array.from({ length: 10 }, (_, i) => [100 + 200 * i, 100]).flat(), 1e5, 1e5],
  roads: [], places: [10, 9], kinds: ["town", "workplace"], homes: [], fields: [], farmland: { origin: "none", hectares: 0, missing: 0 }, town: 10, residents: 2, made_up: true,
};
const view: View = { width: 200, height: 20, scale: 0.1, x: 0, y: 200 };
const onward = Uint32Array.from({ length: 11 }, (_, node) => Math.min(9, node + 1));

const marks = MODES.map(() => ({ colour: 7, width: 1, height: 1 }));

/// `count` people who leave home at the same crossing on foot, an hour each way.
const tours = (count: number): Tours => ({
  day: 0, state: 0, home: new Uint32Array(count), place: new Uint32Array(count).fill(1), minutes: new Uint16Array(count).fill(60),
  kind: new Uint8Array(count).fill(MODES.indexOf("walk")), deliveries: new Uint32Array(0),
});

const columns = (scene: DayScene, minute: number): number[] => {
  const pixels = new Uint32Array(view.width * view.height);
  scene.draw(minute, pixels, marks);
  return [...pixels].flatMap((pixel, i) => (pixel === 7 ? [i % view.width] : []));
};

test("who is under way moves from home to the place and back", () => {
  const scene = new DayScene({ ground, toward: () => onward }, tours(1), view);
  const seen = Array.from({ length: 1440 }, (_, minute) => columns(scene, minute));
  const under_way = seen.flatMap((at, minute) => (at.length > 0 ? [minute] : []));
  assert.ok(under_way.length >= 118 && under_way.length <= 122, `${under_way.length} minutes for both ways`);
  const out = seen.slice(under_way[0]!, under_way[0]! + 59).map((at) => at[0]!);
  assert.ok(out.every((x, i) => i === 0 || x >= out[i - 1]!), "out: always nearer");
  assert.ok(out[0]! <= 14 && out.at(-1)! >= 180, `from ${out[0]} to ${out.at(-1)}`);
  const back = seen.slice(under_way.at(-1)! - 58, under_way.at(-1)! + 1).map((at) => at[0]!);
  assert.ok(back.every((x, i) => i === 0 || x <= back[i - 1]!), "back: always nearer home");
  // A clock that is set back shows the same as one that ran there.
  assert.deepEqual(columns(scene, under_way[20]!), seen[under_way[20]!]);
});

test("everybody under way is counted, also whose way is not known yet", () => {
  let known = false;
  const scene = new DayScene({ ground, toward: () => (known ? onward : undefined) }, tours(3), view);
  const pixels = new Uint32Array(view.width * view.height);
  const noon = Array.from({ length: 1440 }, (_, i) => i).find((minute) => scene.draw(minute, pixels, marks)[MODES.indexOf("walk")] === 3)!;
  assert.ok(pixels.every((pixel) => pixel !== 7) && !scene.late);
  known = true;
  assert.equal(scene.draw(noon, pixels, marks)[MODES.indexOf("walk")], 3);
  assert.ok(pixels.includes(7));
});

test("a mark has the shape of its mode, cut at the edge of the picture", () => {
  const scene = new DayScene({ ground, toward: () => onward }, tours(1), view);
  const pixels = new Uint32Array(view.width * view.height);
  const tall = MODES.map(() => ({ colour: 7, width: 2, height: 4 }));
  const minute = Array.from({ length: 1440 }, (_, i) => i).find((at) => scene.draw(at, pixels.fill(0), tall)[MODES.indexOf("walk")] === 1 && pixels.includes(7))!;
  const painted = [...pixels].flatMap((pixel, i) => (pixel === 7 ? [[i % view.width, Math.floor(i / view.width)]] : []));
  const span = (axis: number): number => new Set(painted.map((at) => at[axis])).size;
  assert.deepEqual([painted.length, span(0), span(1)], [8, 2, 4], `at minute ${minute}`);
  scene.draw(minute, pixels.fill(0), MODES.map(() => ({ colour: 7, width: 1000, height: 1000 })));
  assert.ok(pixels.every((pixel) => pixel === 7));
});
