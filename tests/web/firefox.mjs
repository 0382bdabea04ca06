// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The page opens in Firefox from a file: each screen is drawn, nothing is asked of any host.

import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [file] = process.argv.slice(2);
const require = createRequire(join(process.env.ESSAIM_SOURCE_DIR, "viz/web/package.json"));
const browser = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].find(existsSync);
const skip = (why) => {
  console.log(`skipped: ${why}`);
  process.exit(77);
};
if (!browser) skip("no Firefox here (scripts/setup test installs it)");
let puppeteer;
try {
  puppeteer = require("puppeteer-core");
} catch {
  skip("no test packages here (npm ci in viz/web)");
}

let failures = 0;
const expect = (holds, what, detail = "") => {
  if (holds) return;
  ++failures;
  console.log(`FAILED ${what} ${detail}`);
};
const fox = await puppeteer.launch({ browser: "firefox", executablePath: browser, headless: true });
const page = await fox.newPage();
page.on("pageerror", (error) => expect(false, "no error in the page", error.message));
page.on("request", (request) => expect(/^(file|data|blob):/.test(request.url()), "no request", request.url()));
await page.goto(pathToFileURL(file).href);
await page.waitForSelector("html[data-ready]", { timeout: 120_000 });
for (const [screen, sign] of [["atelier", "svg.chart"], ["comparer", ".multiples svg"], ["carte", ".map-drawing"], ["methode", ".facts"], ["rapport", ".paper figure svg"]]) {
  await page.evaluate((hash) => (location.hash = hash), `#${screen}`);
  await page.waitForSelector(`.tabs a[aria-current][href^="#${screen}"]`, { timeout: 60_000 });
  expect((await page.$(sign)) !== null, "drawn in Firefox", screen);
}
await fox.close();
console.log(failures === 0 ? "ok in Firefox" : `${failures} failures`);
process.exit(failures > 0 ? 1 : 0);
