// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node faults.mjs PAGE.html
// What browsers refuse and what breaks: each time the page says in one sentence what can be done, in both languages,
// nothing goes wrong unheard, and the screens that need no simulator are as they were.

import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import * as harness from "./harness.mjs";
import { close, expect, go, passed } from "./harness.mjs";
import { finished, noGuess, result } from "./steps.mjs";

const [file] = process.argv.slice(2);
harness.needSimulator(file);
await harness.startChromium();

const HASH = "#atelier?site=langouet&indicateur=food.insecure_share&variante=epicerie&langue=fr";
const SAID = {
  forbidden: [/^Ce navigateur empêche la page de simuler/, /^This browser does not let the page simulate/],
  damaged: [/^Le simulateur contenu dans cette page est abîmé/, /^The simulator in this page is damaged/],
  broken: [/^La simulation s'est interrompue/, /^The simulation broke off/],
  silent: [/^La simulation ne répond plus depuis 30/, /^The simulation has not answered for 30/],
};
const SIGNS = { comparer: ".multiples svg", carte: ".map-drawing", methode: ".facts", rapport: ".paper figure svg", atelier: "svg.chart" };
const TABLE = "figure details[open] table";  // where no module may run, tables stand for charts
const TABLES = { ...SIGNS, comparer: TABLE, rapport: TABLE, atelier: TABLE };

/// A copy of the page with one of its blocks changed.
function pageWith(name, changed) {
  const element = new RegExp(`(<script type="text/plain" id="block-${name}">)([^<]*)`);
  const copy = `broken-${name}.html`;
  const page = readFileSync(file, "utf8");
  expect(element.test(page), "there is a block", name);
  writeFileSync(copy, page.replace(element, (_, opens, text) => opens + changed(text)));
  return copy;
}

/// Puts a piece of script before that of each worker.
const beforeWorkers = (piece) => `{
  const Plain = window.Blob;
  window.Blob = class extends Plain {
    constructor(parts, options) {
      super(options?.type === "text/javascript" ? [${JSON.stringify(piece)}, ...parts] : parts, options);
    }
  };
}`;

/// The simulator stops as if at an instruction that must not be reached, once `calls` of `name` went well.
const trapAt = (name, calls) =>
  beforeWorkers(`{
    const Plain = WebAssembly.Instance;
    let left = ${calls};
    WebAssembly.Instance = function (...args) {
      const exports = new Plain(...args).exports;
      const trap = (...given) => {
        if (left-- > 0) return exports.${name}(...given);
        throw new WebAssembly.RuntimeError("unreachable");
      };
      return { exports: { ...exports, ${name}: trap } };
    };
  }\n`);

async function otherScreens(page, name, signs = SIGNS) {
  for (const [screen, sign] of Object.entries(signs)) {
    await go(page, `${screen}?variante=epicerie&langue=fr`);
    await page.waitForSelector(sign);
    expect((await page.$$("main [role=alert]")).length === 0, `${name}: ${screen} is whole`);
  }
  await noGuess(page);
  await page.waitForSelector("#result .sentence");
}

/// The one sentence at a place, first in French, then in English.
async function expectSaid(page, where, fault, name) {
  for (const said of SAID[fault]) {
    await page.waitForSelector(where);
    const texts = await page.$$eval(where, (all) => all.map((one) => one.textContent));
    expect(texts.length === 1 && said.test(texts[0]), `${name}: what happened is said`, JSON.stringify(texts));
    expect(!/\[page\.|undefined|\{/.test(await page.textContent("main")), `${name}: all texts are there`);
    await page.click("#language");
    await page.waitForTimeout(200);
  }
}

/// What can be known before anybody asks for a simulation is said where the room and the film would stand.
async function neverOffered(name, fault, { from = file, prepare, signs } = {}) {
  const page = await harness.open(from, HASH.replace("variante=epicerie", "variante=salle"), { room: true, prepare });
  expect((await page.$("#variant-room")) === null, `${name}: the room is not offered`);
  await expectSaid(page, ".no-simulator", fault, name);
  await go(page, "carte");
  await expectSaid(page, ".no-simulator", fault, `${name}, film`);
  expect((await page.$("#film-start")) === null, `${name}: no film is offered`);
  await otherScreens(page, name, signs);
  await close(page);
  passed(`${name}: said, and the rest works`);
}

/// What shows when a room simulates, or a film begins.
async function fails(name, fault, { from = file, prepare, film = true, quiet, signs = SIGNS } = {}) {
  const page = await harness.open(from, HASH, { room: true, prepare, quiet });
  await page.click("#variant-room");
  await page.waitForSelector('#room-status[data-phase="failed"]');
  await expectSaid(page, "#room-status[role=alert] > p:first-child", fault, name);
  expect((await page.$(signs.atelier)) !== null, `${name}: what the file knows is shown`);
  await page.click("#room-go");
  await page.waitForSelector('#room-status[data-phase="failed"]');
  await otherScreens(page, name, signs);
  if (film) {
    await go(page, "carte");
    await page.click("#film-start");
    await page.waitForFunction((said) => new RegExp(said).test(document.querySelector('.hint[role="status"]').textContent), SAID[fault][0].source);
  }
  await close(page);
  passed(`${name}: said, and the rest works`);
}

const withoutWebAssembly = () => neverOffered("no WebAssembly", "forbidden", { prepare: () => delete window.WebAssembly, signs: TABLES });
const withoutWorkers = () => neverOffered("no workers", "forbidden", { prepare: () => delete window.Worker });
const damagedOffer = () => neverOffered("a damaged offer", "damaged", { from: pageWith("offer", (text) => text.slice(0, -40)) });

const noWorkerMayStart = () =>
  fails("workers refused", "forbidden", {
    prepare: () => {
      window.Worker = class {
        constructor() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        }
      };
    },
  });

/// The browser itself refuses: it logs so, and the worker has an error without words.
function policyForbidsWorkers() {
  const copy = "no-workers.html";
  writeFileSync(copy, readFileSync(file, "utf8").replace("worker-src blob:", "worker-src 'none'"));
  return fails("workers forbidden by policy", "forbidden", { from: copy, quiet: (text) => /Content Security Policy/.test(text) });
}
function policyForbidsModules() {
  const copy = "no-modules.html";
  writeFileSync(copy, readFileSync(file, "utf8").replace(" 'wasm-unsafe-eval'", ""));
  return fails("WebAssembly forbidden by policy", "forbidden", { from: copy, signs: TABLES, quiet: (text) => /Content Security Policy/.test(text) });
}
const workerFails = () => fails("a worker that fails at once", "forbidden", { prepare: beforeWorkers('throw new Error("no");') });
const cutModule = () => fails("a cut simulator", "damaged", { from: pageWith("module", (text) => text.slice(0, text.length >> 1)) });
const otherBundle = () =>
  fails("a damaged scenario", "damaged", {
    from: pageWith("bundle", (text) => gzipSync(gunzipSync(Buffer.from(text, "base64")).subarray(0, 2000)).toString("base64")),
  });
const trapAtOnce = () => fails("a simulator that stops at once", "broken", { prepare: trapAt("essaim_step", 7), film: false });

/// One of two workers never says what became of its replicate; seconds pass fifty times as fast. What the other one
/// has done meanwhile stays, and starting again does the missing one alone. While the page is hidden no second counts.
async function silentWorker() {
  const prepare = () => {
    Object.defineProperty(navigator, "hardwareConcurrency", { get: () => 3 });
    Object.assign(window, { asked: [], hide: true });
    Object.defineProperty(document, "hidden", { get: () => window.hide });
    const plainly = window.setInterval;
    window.setInterval = (act, after, ...rest) => plainly(act, after === 1000 ? 20 : after, ...rest);
    const Plain = window.Worker;
    window.Worker = class extends Plain {
      postMessage(order, ...rest) {
        if (order.what === "run") window.asked.push(order.replicate);
        if (order.what === "run" && window.asked.length === 2) return;
        super.postMessage(order, ...rest);
      }
    };
  };
  const page = await harness.open(file, HASH, { room: true, prepare });
  await noGuess(page);
  await page.waitForSelector("#result .sentence");
  const ofFile = await result(page);
  await page.click("#variant-room");
  await page.waitForFunction(() => window.asked.length === 20);
  await page.waitForTimeout(1500);
  expect((await page.$('#room-status[data-phase="running"]')) !== null, "a hidden page waits");
  await page.evaluate(() => (window.hide = false));
  await page.waitForSelector('#room-status[data-phase="failed"]');
  await expectSaid(page, "#room-status[role=alert] > p:first-child", "silent", "a silent worker");
  await page.waitForSelector("#result .sentence");
  const [missing] = await page.evaluate(() => window.asked.splice(0).slice(1, 2));
  await page.evaluate(() => window.asked.push(-1, -1)); // all that follows is passed on
  await page.click("#room-go");
  await finished(page);
  const again = await page.evaluate(() => window.asked.slice(2));
  expect(JSON.stringify(again) === JSON.stringify([missing]), "only what is missing is simulated", JSON.stringify([again, missing]));
  expect(JSON.stringify((await result(page)).table) === JSON.stringify(ofFile.table), "and the results are the file's");
  await close(page);
  passed("a worker that falls silent: said, and what was done is kept");
}

/// The film stands where it broke off, says so, and goes on being looked at.
async function trapInFilm() {
  const page = await harness.open(file, HASH.replace("atelier", "carte"), { room: true, prepare: trapAt("essaim_film_day", 13) });
  await page.click("#film-start");
  await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector(".film-when")?.textContent ?? ""));
  await page.fill("#film-day", "20");
  await page.waitForFunction((said) => new RegExp(said).test(document.querySelector(".film-when").textContent), SAID.broken[0].source);
  await page.fill("#film-day", "3");
  await page.waitForFunction(() => /^4 juin 2026, \d\d:\d\d/.test(document.querySelector(".film-when").textContent));
  await page.fill("#film-day", "12");
  await page.selectOption("#film-speed", "60");
  await page.fill("#film-minute", "1435");
  await page.click("#film-play");
  await page.waitForFunction((said) => new RegExp(said).test(document.querySelector(".film-when").textContent), SAID.broken[0].source);
  expect((await page.textContent("#film-play")) === "Lecture", "the film no longer claims to play");
  await close(page);
  passed("a film that breaks off says so and can still be looked at");
}

/// Whoever keeps the results is gone after they were shown: another number cannot be told, and that is said.
async function deskFails() {
  const page = await harness.open(file, HASH, { room: true, prepare: trapAt("essaim_rows", 40) });
  await noGuess(page);
  await page.click("#variant-room");
  await page.waitForSelector("#result .sentence");
  for (let i = 0; i < 12 && !(await page.$('#room-status[data-phase="failed"]')); ++i) {
    await page.keyboard.press("i");
    await page.waitForTimeout(400);
  }
  await page.waitForSelector('#room-status[data-phase="failed"]');
  await expectSaid(page, "#room-status[role=alert] > p:first-child", "broken", "results lost");
  await otherScreens(page, "results lost");
  await close(page);
  passed("results that are lost: said, and the rest works");
}

/// A browser that keeps nothing, and throws already when it is asked what it keeps.
async function noStorage() {
  const page = await harness.open(file, HASH, {
    room: true,
    prepare: () => {
      for (const name of ["localStorage", "sessionStorage"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("Access is denied for this document.", "SecurityError");
          },
        });
      }
    },
  });
  await page.selectOption("#theme", "dark");
  await page.waitForSelector("html[data-theme=dark]");
  await page.fill("#note", "Qui décide ?");
  await page.click("#notes .buttons button");
  await page.waitForSelector(".notes li");
  const said = await page.$$eval("#notes .refused", (all) => all.map((one) => one.textContent));
  expect(said.length === 1 && /refuse de garder/.test(said[0]), "refused storage is told once", JSON.stringify(said));
  await otherScreens(page, "no storage");
  await page.click("#variant-room");
  await page.waitForSelector('#room-status[data-phase="done"]');
  await close(page);
  passed("refused storage: said, and everything works, the room too");
}

await harness.finish([withoutWebAssembly, withoutWorkers, damagedOffer, noWorkerMayStart, policyForbidsWorkers, policyForbidsModules, workerFails, cutModule, otherBundle, trapAtOnce, silentWorker, trapInFilm, deskFails, noStorage]);
