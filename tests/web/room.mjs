// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node room.mjs PAGE.html
// The page simulates on its own: a room's measures give the file's own results when they are the file's own, work
// that is no longer wanted ends within 50 ms, contested assumptions change results, a link shows the same.

import { readFileSync } from "node:fs";
import * as harness from "./harness.mjs";
import { close, expect, passed } from "./harness.mjs";
import { addTo, finished, noGuess, result } from "./steps.mjs";

const [file] = process.argv.slice(2);
harness.needSimulator(file);
await harness.startChromium();

/// Notes when workers were at work, by their own clock: `window.told`.
const listenToWorkers = () => {
  window.told = [];
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if ("progress" in data) window.told.push(data.at);
      });
    }
  };
};

const open = (hash) => harness.open(file, hash, { room: true, prepare: listenToWorkers, context: { viewport: { width: 1280, height: 900 } } });
async function openRoom() {
  const page = await open(HASH);
  await noGuess(page);
  await page.click("#variant-room");
  return page;
}

const HASH = "#atelier?site=langouet&indicateur=food.insecure_share&variante=epicerie&langue=fr";

async function sameBits(variant, title) {
  const page = await open(HASH.replace("epicerie", variant));
  await noGuess(page);
  await page.waitForSelector("#result .sentence");
  const ofFile = await result(page);
  await page.click("#variant-room");
  await finished(page);
  const here = await result(page);
  const named = (text) => text?.replaceAll("Nos mesures", title);
  expect(here.tiles.length > 3 && JSON.stringify(here.tiles) === JSON.stringify(ofFile.tiles), "the page finds the file's results", JSON.stringify([here.tiles, ofFile.tiles]));
  const beside = await page.textContent(".tile.beside");
  expect(beside.endsWith(ofFile.tiles[1]), "the file's own measures stand beside the room's", beside);
  expect(named(here.sentence) === ofFile.sentence, "the same sentence", `${here.sentence} / ${ofFile.sentence}`);
  expect(here.table.length === 30 && JSON.stringify(here.table) === JSON.stringify(ofFile.table), "the same quantiles of every day");
  passed(`the file's measures, simulated here, give the file's results: ${title}`);
  await close(page);
}

async function levelsAndLinks() {
  const page = await openRoom();
  await finished(page);
  const before = await result(page);
  await page.evaluate(() => document.querySelector(".controls").scrollTo(0, 200));
  await page.click("#slot-0-bold");
  expect((await page.inputValue("#slot-0-size")) === "120", "bold is twice what the file has", await page.inputValue("#slot-0-size"));
  expect(await page.evaluate(() => document.querySelector(".controls").scrollTop > 0), "the panel stays where it was scrolled to");
  await finished(page);
  const bold = await result(page);
  expect(bold.tiles[2] !== before.tiles[2], "another size, another effect", JSON.stringify(bold.tiles));
  expect(bold.tiles[0] === before.tiles[0], "nothing else has changed", JSON.stringify([bold.tiles[0], before.tiles[0]]));
  await addTo(page, "room-add", "amap");
  await page.waitForSelector("#slot-1-size");
  await finished(page);
  const two = await result(page);
  expect(two.tiles[0] === before.tiles[0], "a measure more leaves the world without measures as it was", JSON.stringify([two.tiles[0], before.tiles[0]]));
  await page.click("#undo");
  const link = await page.evaluate(() => location.hash);
  await page.click("#undo");
  expect((await page.inputValue("#slot-0-size")) === "60", "undo goes back to the size before");
  await finished(page);
  expect(JSON.stringify(await result(page)) === JSON.stringify(before), "and to the result before");
  await close(page);
  const again = await open(link);
  await noGuess(again);
  await finished(again);
  expect(JSON.stringify((await result(again)).tiles) === JSON.stringify(bold.tiles), "a link shows the same");
  await again.click("#slot-0-remove");
  await addTo(again, "room-add", "solidarity_grocer");
  await again.waitForSelector("#slot-0-size");
  expect((await again.inputValue("#slot-0-size")) === "60" && (await again.isChecked("#slot-0-strong")), "what is taken away comes back as the file has it", await again.inputValue("#slot-0-size"));
  passed("levels, undo and links");
  await close(again);
}

/// A slider that moves: nobody works on what was asked before.
async function cancelling() {
  const page = await openRoom();
  await page.waitForFunction(() => window.told.length > 3);
  const late = await page.evaluate(async () => {
    const slider = document.getElementById("slot-0-size-slider");
    const start = performance.timeOrigin + performance.now();
    slider.value = "90";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 600));
    return Math.max(0, ...window.told.map((when) => when - start));
  });
  expect(late <= 50, "stale work ends within 50 ms", `${late} ms`);
  await page.evaluate(() => document.getElementById("slot-0-size-slider").dispatchEvent(new Event("change", { bubbles: true })));
  await finished(page);
  expect((await page.inputValue("#slot-0-size")) === "90", "the slider's value counts when it is let go");
  await page.click("#slot-0-modest");
  await page.waitForSelector("#room-stop");
  await page.click("#room-stop");
  await page.waitForSelector("#room-go");
  await page.click("#room-go");
  await finished(page);
  passed(`a slider ends stale work (${late.toFixed(0)} ms), and a button stops and starts it`);
  await close(page);
}

/// Somebody who cannot wait: results of a room that is no longer asked for are neither shown nor missed.
async function hurrying() {
  const page = await openRoom();
  await page.waitForSelector("#result .sentence");
  for (let i = 0; i < 24; ++i) {
    await page.evaluate((level) => document.getElementById(`slot-0-${level}`).click(), i % 2 ? "strong" : "bold");
    await page.waitForTimeout(40 + 37 * (i % 7));
    await page.keyboard.press("i");
    await page.waitForTimeout(i % 3 ? 20 : 700);
    const alert = await page.evaluate(() => document.querySelector("main [role=alert]")?.textContent);
    expect(alert === undefined, "nothing fails in a hurry", alert);
  }
  await finished(page);
  expect((await page.$$(".tile")).length > 2, "and the last room is there");
  passed("a room changed in a hurry");
  await close(page);
}

/// A value outside the range is refused in words, and nothing is cut to fit or simulated.
async function outside(page, input) {
  const link = () => page.evaluate(() => location.hash);
  const before = await link();
  for (const [typed, said] of [["900", /^Entre .* et .*refusé/], ["-1", /^Entre/], ["beaucoup", /^Pas un nombre/]]) {
    await input.fill(typed);
    await input.dispatchEvent("change");
    const told = await page.textContent('[id="value-food.food_budget-bounds"]');
    expect(said.test(told) && (await input.inputValue()) === typed && (await link()) === before, `${typed} is refused`, told);
  }
}

/// What is contested stays on the table, without a value too, in the order of contesting, wherever the room looks meanwhile.
async function contestedStay() {
  const page = await open(HASH);
  await page.click("#variant-room");
  await page.click("#contest");
  await page.waitForSelector("#reveal");
  await page.click("#reveal");
  await page.waitForSelector("#result .sentence");
  expect(await page.$eval("#contest-panel", (details) => details.open), "revealing leaves the panel open");
  await page.fill("#contest-add-search", "essence");
  const found = await page.$$eval("#contest-add option", (options) => options.map((option) => option.textContent));
  expect(found.length > 0 && found.every((text) => /carburant|gazole|essence/i.test(text)), "a word that people use finds what is called otherwise", JSON.stringify(found));
  await page.fill("#contest-add-search", "");
  for (const name of ["food.travel_weight", "commune.crisis_fund", "food.food_budget"]) await addTo(page, "contest-add", name);
  const fields = () => page.$$eval(".contest .slot .fine input[type=text]", (inputs) => inputs.map((one) => `${one.id}=${one.value}`));
  const contested = ["value-food.travel_weight=", "value-commune.crisis_fund=", "value-food.food_budget="];
  expect(JSON.stringify(await fields()) === JSON.stringify(contested), "the last one is the last", JSON.stringify(await fields()));
  await page.click('.tabs a[href^="#comparer"]');
  await page.waitForSelector("main.on-compare");
  expect((await page.textContent("main")).includes("n'ont été simulées que pour un lieu"), "a comparison says that it does not show the room's own");
  await page.click('.tabs a[href^="#atelier"]');
  await page.waitForSelector("main.on-atelier .contest .slot");
  expect(JSON.stringify(await fields()) === JSON.stringify(contested), "and they are still there", JSON.stringify(await fields()));
  passed("what is contested stays");
  await close(page);
}

async function contesting() {
  const page = await openRoom();
  await finished(page);
  const before = await result(page);
  await page.click("#contest");
  await addTo(page, "contest-add", "food.food_budget");
  await page.waitForSelector('[id="value-food.food_budget"]');
  const source = async () => (await page.textContent(".contest .slot .source")).replace(/[\u00a0\u202f]/g, " ");
  expect((await source()).includes(". Source : estimation à vue au-dessus des 18 %"), "the source is told in French", await source());
  const input = page.locator('[id="value-food.food_budget"]');
  await outside(page, input);
  await input.fill((await page.getAttribute('[id="value-food.food_budget-slider"]', "max")).replace(".", ","));
  await input.dispatchEvent("change");
  await finished(page);
  const contested = await result(page);
  expect(contested.tiles[0] !== before.tiles[0], "a contested assumption changes results", JSON.stringify(contested.tiles));
  await page.fill('[id="reason-food.food_budget"]', "les prix d'ici");
  await page.click('[id="keep-food.food_budget"]');
  await page.waitForSelector(".notes li");
  await page.click('[id="keep-food.food_budget"]');
  await page.waitForFunction(() => /déjà dans les notes/.test(document.getElementById("live").textContent));
  expect((await page.$$(".notes li")).length === 1, "the same is not noted twice");
  const note = await page.textContent(".notes li span");
  expect(/contestée/.test(note) && note.includes("les prix d'ici"), "the disagreement is in the notes", note);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click('#figure-curves .downloads button:text-is("CSV")')]);
  const table = readFileSync(await download.path(), "utf8");
  expect(/à partir du résultat.*Mesures composées par la salle.*Hypothèses contestées/.test(table.split("\r\n")[1]), "what leaves the page says what was composed", table.slice(0, 400));
  await page.click("#language");
  await page.waitForSelector("html[lang=en]");
  expect(!/\[page\./.test(await page.textContent("body")), "every sentence is there in English");
  await harness.go(page, "methode?langue=fr");
  await page.click("main details summary:has-text(\"hypothèses\")");
  const sources = await page.$$eval("main details tbody tr", (rows) => rows.map((row) => row.children[2].textContent));
  const english = sources.filter((text) => /\b(guess|the|of|with|probe|range)\b/.test(text));
  expect(sources.length > 100 && english.length === 0, "the sources of the method screen are in French", JSON.stringify([sources.length, english]));
  passed("an assumption is contested, replayed and noted");
  await close(page);
}

/// The report tells what the room has simulated, and what it changed.
async function onPaper() {
  const page = await openRoom();
  await page.click("#slot-0-bold");
  await page.click("#shock-1");
  await finished(page);
  const sentence = (await result(page)).sentence;
  await page.click('.tabs a[href^="#rapport"]');
  await page.waitForSelector(".paper .sentence");
  const text = (await page.textContent(".paper")).replace(/[\u00a0\u202f]/g, " ");
  expect((await page.textContent(".paper .sentence")) === sentence, "the report has the room's sentence", sentence);
  expect(text.includes("120 ménages"), "and the size of its measure");
  expect(text.includes("Chocs écartés par la salle : Rupture d'approvisionnement"), "and what it took away");
  await page.click('.tabs a[href^="#comparer"]');
  await page.waitForSelector("main.on-compare");
  passed("the report tells what the room has simulated");
  await close(page);
}

async function accessible() {
  const page = await harness.open(file, HASH, { room: true, axe: true });
  await noGuess(page);
  await page.click("#variant-room");
  await addTo(page, "room-add", "carpool");
  await page.click("#contest");
  await finished(page);
  await harness.expectAccessible(page, "the room");
  await page.keyboard.press("Escape");
  await page.focus("#slot-0-strong");
  await page.keyboard.press("ArrowRight");
  await finished(page);
  expect((await page.inputValue("#slot-0-size")) === "120", "an arrow key moves a level");
  expect((await page.evaluate(() => document.activeElement?.id)) === "slot-0-bold", "and stays on it");
  passed("the room's panel is accessible");
  await close(page);
}

/// Until part of each canvas has the colour of fields, as its theme has it.
const fieldsSeen = (page) =>
  page.waitForFunction(() => {
    const probe = document.createElement("canvas").getContext("2d");
    probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--field").trim();
    probe.fillRect(0, 0, 1, 1);
    const wanted = new Uint32Array(probe.getImageData(0, 0, 1, 1).data.buffer)[0];
    const pictures = [...document.querySelectorAll(".film canvas")].map((canvas) => {
      const pixels = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      return pixels.filter((pixel) => pixel === wanted).length / pixels.length;
    });
    return pictures.length === 2 && pictures.every((share) => share > 0.02);
  });

/// Fields lie on the map and under the film, in both languages and themes, and the legends say how they are known.
async function fields() {
  const page = await open(HASH.replace("atelier", "carte"));
  for (const [language, said] of [["fr", "champs (hectares supposés, emplacement inventé)"], ["en", "fields (hectares assumed, places made up)"]]) {
    await harness.go(page, `carte?site=langouet&langue=${language}`);
    await page.waitForSelector(`html[lang=${language}] .map-drawing path[fill="url(#furrows)"]`);
    expect((await page.textContent(".map-drawing")).includes(said), "the map's legend tells fields", language);
    if (!(await page.$(".film canvas"))) await page.click("#film-start");
    await page.waitForSelector(".film canvas");
    expect((await page.textContent(".film-fields")).startsWith(said), "the film's legend tells fields", language);
    for (const theme of ["light", "dark"]) {
      await page.selectOption("#theme", theme);
      await page.waitForSelector(`html[data-theme=${theme}]`);
      await fieldsSeen(page);
    }
  }
  passed("fields are drawn and explained");
  await close(page);
}

/// The commune in motion: two films on one clock, played, paused, stepped and scrubbed; their numbers in a table.
async function film() {
  const page = await open(HASH.replace("atelier", "carte"));
  await page.click("#film-start");
  await page.waitForSelector(".film canvas");
  const moment = () => page.textContent(".film-when");
  await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector(".film-when")?.textContent ?? ""));
  expect((await page.$$(".film canvas")).length === 2, "without and with, side by side");
  await page.waitForFunction(() => /[1-9]/.test(document.querySelector(".film-counts")?.textContent ?? ""));
  const picture = () => page.evaluate(() => [...document.querySelectorAll(".film canvas")].map((canvas) => canvas.toDataURL().length + canvas.toDataURL().slice(-200)));
  const first = await picture();
  const begun = await moment();
  await page.click('.film-controls button:text-is("+ 1 h")');
  await page.waitForFunction((was) => document.querySelector(".film-when").textContent !== was, begun);
  expect(JSON.stringify(await picture()) !== JSON.stringify(first), "an hour later somebody has moved");
  await page.click("#film-play");
  await page.waitForTimeout(700);
  await page.click("#film-play");
  const paused = await moment();
  await page.waitForTimeout(300);
  expect((await moment()) === paused && paused !== begun, "it plays and pauses", `${begun} ${paused}`);
  await page.fill("#film-day", "14");
  await page.waitForFunction(() => /^15 juin 2026/.test(document.querySelector(".film-when").textContent));
  await page.click(".film details summary");
  await page.waitForSelector(".film tbody tr");
  const cells = await page.evaluate(() => [...document.querySelectorAll(".film tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent)));
  const numbers = cells.slice(0, 15).flatMap((row) => row.slice(1)).filter((text) => /\d/.test(text));
  expect(cells.length === 16 && numbers.length > 10, "the day's tours are told in numbers", JSON.stringify(cells));
  expect(numbers.every((text) => !/^[1-9]$|^10$/.test(text)), "no small count is shown", JSON.stringify(numbers));
  passed("a film plays, pauses, steps and scrubs");
  await close(page);
}

await harness.finish([() => sameBits("epicerie", "Épicerie solidaire"), () => sameBits("stock", "Stock communal"), levelsAndLinks, cancelling, hurrying, contesting, contestedStay, film, fields, onPaper, accessible]);
