// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The page in Chromium, from a file, with the network off: node page.mjs PAGE.html SUMMARY.json COMPARE.json
// Each check prints one line; the exit code is 1 if one fails, 77 if there is no browser or no package.

import { readFileSync } from "node:fs";
import * as harness from "./harness.mjs";
import { noGuess } from "./steps.mjs";
import { close, expect, go, passed } from "./harness.mjs";

const [file, summaryFile, compareFile] = process.argv.slice(2);
await harness.startChromium();
const open = (options) => harness.open(file, "", options);
const summary = JSON.parse(readFileSync(summaryFile, "utf8"));
const compare = JSON.parse(readFileSync(compareFile, "utf8"));

/// A number as the page writes it, French or English, back as a number.
const numberOf = (text) => Number(text.replace(/[\u202f\u00a0 ]/g, "").replace("−", "-").replace(",", ".").match(/-?[\d.]+/)?.[0] ?? NaN);
const shownWell = (text, value) => {
  const decimals = (text.replace(/[\u202f ]/g, "").match(/^[−+]?\d+,(\d+)/)?.[1] ?? "").length;
  return Math.abs(numberOf(text) - value) <= 0.5 * 10 ** -decimals + 1e-9;
};

/// Every number of the result, at each site, against what the commands say of the results file.
async function numbers() {
  const page = await open();
  await page.evaluate(() => document.getElementById("show-predict").click());
  let compared = 0;
  for (const one of compare.indicators) {
    const factor = one.unit === "1" || one.unit === "1/day" ? 100 : 1;
    for (const row of one.rows) {
      await page.evaluate((hash) => (location.hash = hash), `#atelier?site=${row.site}&indicateur=${one.name}&variante=${row.variant}`);
      await page.waitForFunction(([site, name]) => location.hash.includes(`site=${site}&indicateur=${name}`), [row.site, one.name]);
      await page.waitForTimeout(150);
      const tiles = await page.evaluate(() => [...document.querySelectorAll(".tile dd")].map((e) => e.firstChild.textContent));
      const of = summary.rows.find((r) => r.site === row.site && r.indicator === one.name);
      for (const [i, spread] of [of.variants.baseline, of.variants[row.variant]].entries()) {
        if (spread.median === undefined) continue;
        expect(shownWell(tiles[i], spread.median * factor), `median ${one.name} ${row.site}`, `${tiles[i]} ${spread.median}`);
        ++compared;
      }
      if (row.crisis.mean !== undefined && !tiles[2].includes("/")) {
        expect(shownWell(tiles[2], row.crisis.mean * factor), `effect ${one.name} ${row.site}`, `${tiles[2]} ${row.crisis.mean}`);
        ++compared;
      }
      const sentence = await page.textContent(".sentence");
      if (row.better_in > 0 && row.worse_in === 0) {
        expect(sentence.includes(`${row.better_in} des ${row.pairs}`), `sentence ${one.name} ${row.site}`, sentence);
        expect(sentence.includes("trop petit pour compter") === ["undecided", "no_effect"].includes(row.verdict), `what is too small to count is said with it, ${one.name} ${row.site}`, `${row.verdict}: ${sentence}`);
      }
    }
  }
  expect(compared >= 12, "numbers were compared", String(compared));
  await close(page);
  passed(`${compared} numbers equal the results file`);
}

async function guessing() {
  const page = await open();
  expect((await page.$(".result")) === null, "the result is hidden first");
  expect((await page.$$(".line.with")).length === 0, "and is not drawn");
  expect((await page.$("[name=guess]:checked")) === null, "no guess is made for the room");
  expect(!/Indécis|Moins bien pour/.test(await page.textContent(".warnings")), "no warning tells the answer");
  await page.click("label[for=guess-down]");
  await page.fill("#guess-amount", "3");
  await page.keyboard.press("Tab");
  await page.click("#reveal");
  await page.waitForSelector(".result");
  expect((await page.$$(".line.with")).length > 0, "then it is drawn");
  expect(/Indécis/.test(await page.textContent(".warnings")), "then the warnings say it too");
  expect(/plus bas, de 3/.test(await page.textContent(".guess")), "the guess is kept beside it");
  expect(await page.evaluate(() => document.activeElement.id === "result"), "who reveals is led to the result");
  await page.click("#show-draws");
  await page.waitForSelector(".line .draw");
  await page.click("#undo");
  await page.waitForFunction(() => !document.querySelector(".line .draw"));
  await close(page);
  passed("guess, reveal, draws, undo");
}

async function notes() {
  const prepare = () => {
    Storage.prototype.setItem = () => {
      throw new Error("refused");
    };
  };
  const page = await open({ prepare });
  await page.fill("#note", "Et les anciens ?");
  await page.click("#notes .buttons button");
  await page.waitForSelector(".notes li");
  expect(/refuse de garder/.test(await page.textContent("#notes .refused")), "a browser that refuses to keep notes is told of");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#notes .buttons button:nth-child(2)")]);
  expect(readFileSync(await download.path(), "utf8").includes("Et les anciens ?"), "notes can be taken away");
  await close(page);
  passed("notes, also where storage is refused");
}

async function downloads() {
  const page = await open();
  for (const [name, begins] of [["CSV", "\ufeffdate;sans 5\u00a0%"], ["SVG", "<svg"], ["PNG", "\u0089PNG"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`#figure-curves .downloads button:text-is("${name}")`)]);
    const content = readFileSync(await download.path(), name === "PNG" ? "latin1" : "utf8");
    expect(content.startsWith(begins), `download ${name}`, content.slice(0, 40));
    if (name === "CSV") expect(content.split("\r\n").slice(1, -1).every((line) => /;"Source.*pas une prévision/.test(line)), "each line of a table says its source", content.slice(-200));
    if (name === "SVG") expect(!/var\(--|class=/.test(content) && /Source/.test(content), "an SVG that stands alone");
  }
  await noGuess(page);
  const [differences] = await Promise.all([page.waitForEvent("download"), page.click('#figure-difference .downloads button:text-is("CSV")')]);
  expect(/;points;[^;]*;"?Source/.test(readFileSync(await differences.path(), "utf8")), "a difference of shares is in points");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => (location.hash = "#rapport"));
  await page.waitForSelector(".paper");
  const figures = await page.evaluate(() => [...document.querySelectorAll(".paper figure")].map((figure) => [figure.querySelector("h3").textContent, figure.querySelector("figcaption").textContent]));
  expect(figures.length >= 3, "a report has figures", String(figures.length));
  figures.forEach(([heading, caption], i) => expect(heading.startsWith(`Figure ${i + 1}. `) && /Source.: Essaim.*graine \d+, résultat [0-9a-f]+/.test(caption), "figures are numbered and say their source", `${heading} ${caption}`));
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString() === "%PDF-", "the report prints");
  await close(page);
  passed("CSV, SVG, PNG, PDF");
}

/// A rare event is counted: no median, no band, no unit, no amount to guess, on every screen.
async function rareEvents() {
  const happens = (spread) => 2 * (spread.non_zero_in ?? 0) >= spread.replicates;
  const pairs = summary.rows.flatMap((row) => Object.keys(row.variants).filter((name) => name !== "baseline").map((variant) => ({ row, variant, sides: [row.variants.baseline, row.variants[variant]] })));
  const rare = pairs.filter(({ sides }) => sides.some((s) => s.non_zero_in > 0) && !sides.some(happens));
  const page = await open();
  for (const { row, variant, sides } of rare) {
    const choice = `site=${row.site}&indicateur=${row.indicator}&variante=${variant}&langue=fr`;
    await page.evaluate((hash) => (location.hash = hash), `#atelier?${choice}`);
    await page.waitForFunction((c) => location.hash.includes(c), choice);
    await page.waitForTimeout(150);
    if (sides[0].non_zero_in > 0 && (await page.$("#reveal"))) expect((await page.$("#guess-amount")) === null, `no amount to guess, ${choice}`);
    if (await page.$("#skip")) await page.click("#skip");
    await page.waitForSelector(".result");
    const counts = sides.map((s) => `${s.non_zero_in}/${s.replicates}`);
    const tiles = await page.evaluate(() => [...document.querySelectorAll(".tile dd")].map((e) => e.textContent));
    expect(tiles[0].trim() === counts[0] && tiles[1].trim() === counts[1], `levels are counts, ${choice}`, tiles.join(" | "));
    expect(tiles[2].trim() === counts.join(" → "), `the effect is counted, ${choice}`, tiles[2]);
    expect((await page.$$("#figure-curves .median, #figure-curves .band, #figure-difference")).length === 0, `no median, no band, ${choice}`);
    expect((await page.$$("#figure-curves .draw")).length > 0, `its draws are drawn, ${choice}`);
    await page.evaluate((hash) => (location.hash = hash), `#comparer?${choice}`);
    await page.waitForSelector("#figure-effects");
    const texts = await page.evaluate(() => [...document.querySelectorAll("#figure-effects text, #figure-sites text")].map((e) => e.textContent));
    expect(texts.includes(counts.join(" → ")), `sites are told counts, ${choice}`, texts.join(" | "));
  }
  expect(rare.length >= 2, "the small scenario has rare events", String(rare.length));
  await close(page);
  passed(`${rare.length} rare events are counted only`);
}

/// A block that cannot be read spoils one screen, says so, and leaves the others.
async function broken() {
  const page = await open();
  await page.evaluate(() => (document.getElementById("block-annex").textContent = "!!!!"));
  await page.evaluate(() => (location.hash = "#methode"));
  await page.waitForSelector('[role="alert"]');
  expect(/n'a pas pu être dessiné/.test(await page.textContent('[role="alert"]')), "what went wrong is said");
  await page.evaluate(() => (location.hash = "#rapport"));
  await page.waitForSelector(".paper");
  expect((await page.$('[role="alert"]')) === null, "and the other screens are there");
  await close(page);
  passed("a broken block is told of");
}

/// Tables of days are long: they are built when somebody opens them.
async function tables() {
  const page = await open();
  expect((await page.$$("#figure-curves table")).length === 0, "no table before it is asked for");
  await page.click("#figure-curves summary");
  await page.waitForSelector("#figure-curves table");
  expect((await page.$$("#figure-curves tbody tr")).length === 30, "then a row a day");
  await page.click("#figure-curves summary");
  await page.click("#figure-curves summary");
  expect((await page.$$("#figure-curves table")).length === 1, "and it is built once");
  await close(page);
  passed("tables when they are asked for");
}

/// A day of a chart is read with buttons too, without dragging anything.
async function daysByButton() {
  const page = await open();
  const press = async (name) => {
    await page.click(`#figure-curves .day-reader button:text-is("${name}")`);
    return [await page.textContent("#figure-curves .day-said"), Number(await page.inputValue("#figure-curves .day-reader input"))];
  };
  const [said, day] = await press("+ 1 j");
  const [later, next] = await press("+ 1 j");
  expect(next === day + 1 && later !== said, "a day on", `${day} ${next}`);
  expect((await press("− 1 j"))[0] === said, "and back", said);
  for (let i = 0; i < 31; ++i) await press("+ 1 j");
  expect((await press("+ 1 j"))[1] === 29, "the last day is the last");
  await close(page);
  passed("days by button");
}

/// Where a browser runs no WebAssembly, tables stand for charts, and nothing fails.
async function withoutWebAssembly() {
  const page = await open({ prepare: () => delete globalThis.WebAssembly });
  for (const screen of ["atelier", "comparer", "rapport"]) {
    await go(page, screen);
    expect((await page.$$("svg.chart")).length === 0, `no chart ${screen}`);
    expect(/ne sait pas dessiner/.test(await page.textContent("figure .drawing")), `which is said ${screen}`);
    expect((await page.$$("figure details[open] table")).length > 0, `and its table is open ${screen}`);
    expect((await page.$('[role="alert"]')) === null, `nothing failed ${screen}`);
  }
  await close(page);
  passed("tables where charts cannot be drawn");
}

async function speed() {
  const page = await open();
  const ready = await page.evaluate(() => performance.now());
  console.log(`first chart after ${Math.round(ready)} ms`);
  expect(ready < 15_000, "the first chart comes soon", `${ready}`);
  await close(page);
  expect(readFileSync(file).length <= 3e6, "at most 3 MB");
}

await harness.finish([speed, numbers, guessing, rareEvents, tables, daysByButton, withoutWebAssembly, broken, notes, downloads]);
