// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What the tests of the page share: a browser and the packages (77: skipped, and why), pages that are opened from a
// file with the network off and watched, axe, what cannot be read on a screen, and how a test ends.

import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../viz/web/package.json", import.meta.url));
let failures = 0;
let browser = null;

export const expect = (holds, what, detail = "") => {
  if (holds) return;
  ++failures;
  console.log(`FAILED ${what} ${detail}`);
};
export const passed = (what) => console.log(`ok ${what}`);
export const skip = (why) => {
  console.log(`skipped: ${why}`);
  process.exit(77);
};

/// Runs the checks one after the other; one that throws has failed, and the next is run. Then the process ends.
export async function finish(checks) {
  for (const check of checks) await check().catch((error) => expect(false, check.name, error.stack));
  await browser?.close();
  console.log(failures === 0 ? "all passed" : `${failures} failures`);
  process.exit(failures === 0 ? 0 : 1);
}

function packageOf(name) {
  try {
    return require(name);
  } catch {
    return skip("no test packages here (npm ci in viz/web)");
  }
}
const found = (name, places) => places.find(existsSync) ?? skip(`no ${name} here (scripts/setup test installs it)`);

export const hasSimulator = (file) => readFileSync(file, "utf8").includes('id="block-module"');

/// Ends the test where the page of this build has no simulator.
export function needSimulator(file) {
  if (!hasSimulator(file)) skip("this build's page cannot simulate (scripts/setup page)");
}

export async function startChromium() {
  const executablePath = found("Chromium", ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]);
  browser = await packageOf("playwright-core").chromium.launch({ executablePath, args: ["--no-sandbox"] });
  return browser;
}
export async function startFirefox() {
  const executablePath = found("Firefox", ["/usr/bin/firefox-esr", "/usr/bin/firefox"]);
  browser = await packageOf("puppeteer-core").launch({ browser: "firefox", executablePath, headless: true });
  return browser;
}

/// No error, nothing on the console, nothing asked of any host. `quiet` may allow some lines of the console.
export function watch(page, quiet = () => false) {
  page.on("pageerror", (error) => expect(false, "no error in the page", error.message));
  page.on("console", (message) => {
    if (!quiet(message.text())) expect(!["error", "warning", "warn"].includes(message.type()), "a quiet console", message.text());
  });
  page.on("request", (request) => expect(/^(file|data|blob):/.test(request.url()), "no request", request.url()));
}

/// Opens a page of Chromium. `axe`: axe will be run in it; `prepare`: is run before the page's own script; `room`:
/// waits until it is known whether the page can simulate, `ready` for what else is awaited. PATIENCE_MS in the
/// environment shortens the wait for what does not come.
export async function open(file, hash = "", { context = {}, axe = false, prepare = null, room = false, ready = "html[data-ready]", quiet } = {}) {
  const own = await browser.newContext({ offline: true, viewport: { width: 1280, height: 720 }, bypassCSP: axe, acceptDownloads: true, ...context });
  const page = await own.newPage();
  page.setDefaultTimeout(Number(process.env.PATIENCE_MS) || (room ? 240_000 : 60_000));
  watch(page, quiet);
  if (prepare) await page.addInitScript(prepare);
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector(room ? "html[data-room]" : ready);
  if (axe) await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  return page;
}
export const close = (page) => page.context().close();

/// Shows another screen, "carte" or "carte?langue=en", in a page that is open.
export async function go(page, hash) {
  await page.evaluate((wanted) => (location.hash = wanted), `#${hash}`);
  await page.waitForSelector(`.tabs a[aria-current][href^="#${hash.split("?")[0]}"]`);
}

/// Contrast within drawings and of single signs cannot be computed by axe: a unit test computes it from the palette. Nothing else stays open.
export async function expectAccessible(page, name) {
  const result = await page.evaluate(async () => {
    // Nothing is half scrolled out of its frame, where contrast cannot be computed.
    for (const frame of document.querySelectorAll(".table-frame, .controls")) Object.assign(frame.style, { maxHeight: "none", position: "static" });
    const { violations, incomplete } = await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    const told = ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(" | ")}`;
    const isDrawn = (node) => document.querySelector(node.target.at(-1))?.closest('svg, [aria-hidden="true"]') !== null;
    const open = incomplete.map(({ id, nodes }) => ({ id, nodes: id === "color-contrast" ? nodes.filter((node) => !isDrawn(node)) : nodes }));
    return { violations: violations.map(told), open: open.filter(({ nodes }) => nodes.length > 0).map(told) };
  });
  expect(result.violations.length === 0, `axe ${name}`, result.violations.join("\n    "));
  expect(result.open.length === 0, `axe leaves nothing open ${name}`, result.open.join("\n    "));
}

/// Texts of drawings that leave them, what is wider than the screen, targets that are too small, texts without words.
const layoutFaults = () => {
  const faults = [];
  for (const svg of document.querySelectorAll("svg.chart, svg.map-drawing")) {
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      if (box.width === 0) continue;
      if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5 || box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5) {
        faults.push(`cut: ${text.textContent}`);
      }
    }
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) {
    const wide = [...document.querySelectorAll("main *")].find((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest(".table-frame, .map-frame, svg"));
    faults.push(`wider than the screen: ${document.documentElement.scrollWidth} ${wide?.outerHTML.slice(0, 80) ?? ""}`);
  }
  for (const button of document.querySelectorAll("button, summary, a, select, input")) {
    const box = button.getBoundingClientRect();
    if (box.width > 0 && box.height > 0 && (box.height < 17 || box.width < 17)) faults.push(`small target: ${button.outerHTML.slice(0, 60)}`);
  }
  const unsaid = document.body.innerText.match(/\[(page|unit|theme)\.[\w./]+\]|\{\w+\}|undefined|NaN/);
  if (unsaid) faults.push(`unfilled text: ${unsaid[0]}`);
  return faults;
};
export async function expectLaidOut(page, name) {
  const faults = await page.evaluate(layoutFaults);
  expect(faults.length === 0, `layout ${name}`, faults.slice(0, 4).join("\n    "));
}
