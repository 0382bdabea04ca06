// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The page opens in Firefox from a file: each screen is drawn, nothing is asked of any host.

import { pathToFileURL } from "node:url";
import { expect, finish, passed, startFirefox, watch } from "./harness.mjs";

const [file] = process.argv.slice(2);
const fox = await startFirefox();

async function screens() {
  const page = await fox.newPage();
  watch(page);
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("html[data-ready]", { timeout: 120_000 });
  for (const [screen, sign] of [["atelier", "svg.chart"], ["comparer", ".multiples svg"], ["carte", ".map-drawing"], ["methode", ".facts"], ["rapport", ".paper figure svg"]]) {
    await page.evaluate((hash) => (location.hash = hash), `#${screen}`);
    await page.waitForSelector(`.tabs a[aria-current][href^="#${screen}"]`, { timeout: 60_000 });
    expect((await page.$(sign)) !== null, "drawn in Firefox", screen);
  }
  await page.close();
  passed("every screen in Firefox");
}

await finish([screens]);
