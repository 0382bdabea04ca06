// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node benchmarks/web/film_dots.mjs [PEOPLE]
// Does the moving map stay smooth with everybody of a town under way at once? Draws that many dots (20,000) on their ways
// through a made-up grid of streets, 1366 x 900 pixels, in headless Chromium: milliseconds a picture, pictures a second.

import { createRequire } from "node:module";
import { startChromium } from "../../tests/web/harness.mjs";

const people = Number(process.argv[2] ?? 20_000);
const web = new URL("../../viz/web/", import.meta.url);
const { build } = createRequire(new URL("package.json", web))("esbuild");

/// Runs in the page. A grid of 60 x 60 crossings, 300 places, ways that are found as the simulator finds them.
const source = `
import { DayScene, drawGround, fitted, MODE_GROUP, SHAPE } from "./src/live/scene";
import { MODES } from "./src/live/film";

const side = 60, width = 1366, height = 900, places = 300;
const nodes = [], roads = [];
for (let y = 0; y < side; ++y) for (let x = 0; x < side; ++x) {
  nodes.push(100 * x, 100 * y);
  if (x > 0) roads.push(side * y + x, side * y + x - 1, 4);
  if (y > 0) roads.push(side * y + x, side * (y - 1) + x, 4);
}
let seed = 1;
const chance = (n) => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0), Math.floor((seed / 4294967296) * n));
const ground = {
  nodes, roads, town: side * side, residents: 20000, made_up: true,
  places: Array.from({ length: places }, () => chance(side * side)),
  kinds: Array.from({ length: places }, (_, i) => (i % 10 ? "workplace" : "food_shop")),
  homes: Array.from({ length: 500 }, () => [chance(30), chance(30), 11 + chance(90)]),
  fields: [], farmland: { origin: "none", hectares: 0, missing: 0 },
};
nodes.push(-1e4, 0);
const ways = new Map();
function toward(state, place) {
  if (ways.has(place)) return ways.get(place);
  const goal = ground.places[place], gx = goal % side, gy = Math.floor(goal / side);
  const next = Uint32Array.from({ length: side * side + 1 }, (_, node) => {
    const x = node % side, y = Math.floor(node / side);
    if (node === side * side) return node;
    if (x !== gx && (y === gy || (x + y + place) % 2)) return node + Math.sign(gx - x);
    return y === gy ? node : node + side * Math.sign(gy - y);
  });
  ways.set(place, next);
  return next;
}
// So long a way that everybody is under way from early morning to noon.
const fill = (Kind, value) => Kind.from({ length: window.people }, value);
const tours = {
  day: 0, state: 0, home: fill(Uint32Array, () => chance(side * side)), place: fill(Uint32Array, () => chance(places)),
  minutes: fill(Uint16Array, () => 600), kind: fill(Uint8Array, () => chance(MODES.length)), deliveries: new Uint32Array(0),
};
const canvas = document.createElement("canvas");
Object.assign(canvas, { width, height });
document.body.append(canvas);
const paint = canvas.getContext("2d", { willReadFrequently: true });
const view = fitted(ground, width, height);
drawGround(paint, ground, view, { paper: "#fff", road: "#999", home: "#cde", field: "#eed", furrow: "#cc9", ink: "#000" });
const image = paint.getImageData(0, 0, width, height);
const pixels = new Uint32Array(image.data.buffer);
const still = pixels.slice();
const marks = MODES.map((mode, i) => {
  const [wide, tall] = SHAPE[MODE_GROUP[mode]].town;
  return { colour: 0xff000000 + 0x123456 * i, width: wide, height: tall };
});
const scene = new DayScene({ ground, toward }, tours, view);

let minute = 300, before = 0, shown = 0;
const draws = [], gaps = [];
function tick(now) {
  if (before > 0) gaps.push(now - before);
  before = now;
  const begun = performance.now();
  pixels.set(still);
  shown = scene.draw(minute, pixels, marks).reduce((a, b) => a + b, 0);
  paint.putImageData(image, 0, 0);
  draws.push(performance.now() - begun);
  minute += 0.25;
  if (draws.length < 301) requestAnimationFrame(tick);
  else window.measured = { shown, first: draws[0], draws: draws.slice(1), gaps: gaps.slice(1) };
}
requestAnimationFrame(tick);
`;

const bundle = await build({ stdin: { contents: source, resolveDir: web.pathname, loader: "ts" }, bundle: true, format: "iife", write: false, logLevel: "error" });
const chrome = await startChromium();
const page = await chrome.newPage({ viewport: { width: 1366, height: 900 } });
page.on("pageerror", (error) => console.log(`error: ${error.message}`));
await page.setContent("<!doctype html><title>dots</title>");
await page.evaluate((count) => (window.people = count), people);
await page.addScriptTag({ content: bundle.outputFiles[0].text });
await page.waitForFunction(() => window.measured, null, { timeout: 300_000 });
const { shown, first, draws, gaps } = await page.evaluate(() => window.measured);
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.floor(share * (list.length - 1))].toFixed(1);
console.log(`${shown} people under way; the first picture, which finds their ways, took ${first.toFixed(0)} ms`);
console.log(`drawing one picture: ${at(draws, 0.5)} ms, ${at(draws, 0.95)} ms at the 95th percentile (${draws.length} pictures)`);
console.log(`between two pictures: ${at(gaps, 0.5)} ms, ${at(gaps, 0.95)} ms at the 95th percentile: ${(1000 / at(gaps, 0.5)).toFixed(0)} and ${(1000 / at(gaps, 0.95)).toFixed(0)} a second`);
await chrome.close();
