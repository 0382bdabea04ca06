// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The page opens in Firefox from a file: each screen is drawn, a room simulates and finds the file's own results, the
// commune moves; nothing is asked of any host.

import { pathToFileURL } from "node:url";
import { expect, finish, go, hasSimulator, passed, startFirefox, watch } from "./harness.mjs";

const [file] = process.argv.slice(2);
const fox = await startFirefox();

async function open(hash, ready) {
  const page = await fox.newPage();
  page.setDefaultTimeout(240_000);
  watch(page);
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector(ready);
  return page;
}

async function screens() {
  const page = await open("", "html[data-ready]");
  for (const [screen, sign] of [["atelier", "svg.chart"], ["comparer", ".multiples svg"], ["carte", ".map-drawing"], ["methode", ".facts"], ["rapport", ".paper figure svg"]]) {
    await go(page, screen);
    expect((await page.$(sign)) !== null, "drawn in Firefox", screen);
  }
  await page.close();
  passed("every screen in Firefox");
}

async function room() {
  const page = await open("#atelier?site=langouet&indicateur=food.insecure_share&variante=epicerie&langue=fr", 'html[data-room="yes"]');
  await page.evaluate(() => document.querySelector("#show-predict:checked")?.click());
  await page.waitForSelector("#result .sentence");
  const told = () => page.evaluate(() => [...document.querySelectorAll(".tile:not(.beside) dd, #result .sentence")].map((one) => one.textContent.replaceAll("Nos mesures", "Épicerie solidaire")));
  const ofFile = await told();
  await page.evaluate(() => document.getElementById("variant-room").click());
  await page.waitForSelector('#room-status[data-phase="done"]');
  await page.waitForSelector("#result .sentence");
  const here = await told();
  expect(here.length > 4 && JSON.stringify(here) === JSON.stringify(ofFile), "Firefox finds the file's results", JSON.stringify([here, ofFile]));
  await page.close();
  passed("a room simulates in Firefox");
}

async function film() {
  const page = await open("#carte?site=langouet&variante=epicerie&langue=fr", "#film-start");
  await page.evaluate(() => document.getElementById("film-start").click());
  await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector(".film-when")?.textContent ?? ""));
  await page.waitForFunction(() => /[1-9]/.test(document.querySelector(".film-counts")?.textContent ?? ""));
  const seen = await page.evaluate(async () => {
    const picture = () => [...document.querySelectorAll(".film canvas")].map((canvas) => canvas.toDataURL()).join();
    const before = [document.querySelector(".film-when").textContent, picture()];
    document.getElementById("film-play").click();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    document.getElementById("film-play").click();
    return { moved: document.querySelector(".film-when").textContent !== before[0], drawn: picture() !== before[1], canvases: document.querySelectorAll(".film canvas").length };
  });
  expect(seen.moved && seen.drawn && seen.canvases === 2, "two films play in Firefox", JSON.stringify(seen));
  await page.close();
  passed("the commune moves in Firefox");
}

await finish([screens, ...(hasSimulator(file) ? [room, film] : [])]);
