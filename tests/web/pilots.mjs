// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node pilots.mjs PAGE.html
// Every site of a page through the room, by hand, not in the test suite: it takes long. The measures of the file's last
// variant, simulated in the page, give the file's own numbers of every indicator; how long first results take is told.

import * as harness from "./harness.mjs";
import { close, expect } from "./harness.mjs";
import { finished, noGuess, result } from "./steps.mjs";

const [file] = process.argv.slice(2);
harness.needSimulator(file);
await harness.startChromium();

/// The file's table shows each number with the decimals that all its variants need, the room's with those of its own
/// two: where one has fewer, both are the same number rounded.
function areSame(a, b) {
  const number = /[−+]?\d+(?:[\u202f\u00a0]\d{3})*(?:,\d+)?/g;
  const value = (text) => Number(text.replace(/[\u202f\u00a0 +]/g, "").replace("−", "-").replace(",", "."));
  const decimals = (text) => (text.split(",")[1] ?? "").trim().length;
  const [ours, theirs] = [a.match(number) ?? [], b.match(number) ?? []];
  if (a.replace(number, "#") !== b.replace(number, "#")) return false;
  return ours.every((text, i) => {
    const coarse = 10 ** -Math.min(decimals(text), decimals(theirs[i]));
    const exact = decimals(text) === decimals(theirs[i]);
    return exact ? value(text) === value(theirs[i]) : Math.abs(value(text) - value(theirs[i])) <= 0.5 * coarse * 1.1;
  });
}

const said = (page) =>
  page.evaluate(() => ({
    sentence: document.querySelector("#result .sentence").textContent,
    tiles: [...document.querySelectorAll(".tile:not(.beside) dd")].map((tile) => tile.textContent),
  }));

async function site(page, meta, id, variant) {
  const address = (choice, indicator) => `#atelier?site=${id}&indicateur=${indicator}&variante=${choice}&langue=fr`;
  const show = async (indicator, choice) => {
    const room = await page.evaluate(() => new URLSearchParams(location.hash.split("?")[1]).get("mesures"));
    const wanted = address(choice, indicator) + (room && choice === "salle" ? `&mesures=${encodeURIComponent(room)}` : "");
    await page.evaluate((hash) => (location.hash = hash), wanted);
    await page.waitForFunction((name) => location.hash.includes(`indicateur=${name}&`), indicator);
    await page.waitForTimeout(200);
    await page.waitForSelector("#result .sentence");
    return meta.indicators.find((one) => one.name === indicator).shown ? result(page) : { ...(await said(page)), table: [] };
  };
  const first = meta.indicators.find((one) => one.primary).name;
  const ofFile = new Map();
  for (const { name } of meta.indicators) ofFile.set(name, await show(name, variant.name));
  await show(first, variant.name);
  const start = Date.now();
  await page.click("#variant-room");
  await page.waitForSelector("#result .sentence");
  const seconds = [(Date.now() - start) / 1000];
  await finished(page, meta.replicates);
  seconds.push((Date.now() - start) / 1000);
  const named = (text) => text?.replaceAll("Nos mesures", variant.title);
  let equal = 0;
  const differs = [];
  for (const { name } of meta.indicators) {
    const here = await show(name, "salle");
    const there = ofFile.get(name);
    const parts = [
      [here.tiles.join(" | "), there.tiles.join(" | ")],
      [here.table.join("\n"), there.table.join("\n")],
      [named(here.sentence), there.sentence],
    ];
    for (const [a, b] of parts) if (!areSame(a, b)) differs.push(`${name}: ${a.slice(0, 200)} / ${b.slice(0, 200)}`);
    equal += here.tiles.length;
  }
  expect(differs.length === 0, `${id}: the file's own numbers`, `${differs.length} differ: ${differs.slice(0, 2).join("; ")}`);
  console.log(`${id}: first results after ${seconds[0].toFixed(1)} s, all ${meta.replicates} draws after ${seconds[1].toFixed(1)} s; ${equal} numbers of ${meta.indicators.length} indicators equal the file's`);
}

async function pilots() {
  const page = await harness.open(file, "", { room: true, context: { viewport: { width: 1366, height: 900 } } });
  page.setDefaultTimeout(1_200_000);
  await noGuess(page);
  const meta = await page.evaluate(() => JSON.parse(document.getElementById("essaim-meta").textContent));
  for (const { id } of meta.sites) await site(page, meta, id, meta.variants.at(-1)).catch((error) => expect(false, id, error.stack));
  await close(page);
}

await harness.finish([pilots]);
