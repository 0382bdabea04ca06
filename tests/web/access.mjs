// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node access.mjs PAGE.html SUMMARY.json COMPARE.json
// Everybody can use the page, the room with its results and the moving film too: axe and layout in both languages, in
// light, dark and forced colours; phones, 200 % zoom and large screens; the keyboard alone; reduced motion.

import { readFileSync } from "node:fs";
import * as harness from "./harness.mjs";
import { close, expect, expectAccessible, expectLaidOut, go, passed } from "./harness.mjs";
import { addTo, finished, noGuess } from "./steps.mjs";

const [file, , compareFile] = process.argv.slice(2);
await harness.startChromium();
const SCREENS = ["atelier", "comparer", "carte", "methode", "rapport"];
const COLOURS = [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }];
const compare = JSON.parse(readFileSync(compareFile, "utf8"));
const room = harness.hasSimulator(file);
if (!room) console.log("this build's page cannot simulate: room and film are not looked at");

/// A room with everything that it can show: results, two measures, a contested assumption.
async function showRoom(page, language) {
  await go(page, `atelier?site=langouet&indicateur=food.insecure_share&variante=epicerie&langue=${language}`);
  await noGuess(page);
  await page.click("#variant-room");
  await page.waitForSelector("#room-add");
  if ((await page.$$(".room > .slot")).length < 2) await addTo(page, "room-add", "carpool");
  await page.waitForSelector("#slot-1-modest");
  if (!(await page.$(".contest[open]"))) {
    await page.press("#contest", "Enter");
    await addTo(page, "contest-add", "food.food_budget");
  }
  await page.waitForSelector('[id="value-food.food_budget"]');
  await finished(page);
  await page.waitForSelector("#result .sentence");
}

/// The films at five in the afternoon, with their numbers.
async function showFilm(page, language) {
  await go(page, `carte?site=langouet&variante=epicerie&langue=${language}`);
  if (await page.$("#film-start")) await page.click("#film-start");
  await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector(".film-when")?.textContent ?? ""));
  await page.fill("#film-minute", "1020");
  if (!(await page.$(".film details[open]"))) await page.click(".film details summary");
  await page.waitForSelector(".film tbody tr");
}
const SIMULATED = room ? { room: showRoom, film: showFilm } : {};

async function accessibility() {
  for (const colours of COLOURS) {
    for (const language of ["fr", "en"]) {
      const page = await harness.open(file, `#atelier?langue=${language}`, { axe: true, context: colours, room });
      for (const screen of SCREENS) {
        await go(page, `${screen}?langue=${language}`);
        const name = `${screen} ${language} ${JSON.stringify(colours)}`;
        await expectAccessible(page, name);
        await expectLaidOut(page, name);
      }
      for (const [what, show] of Object.entries(SIMULATED)) {
        await show(page, language);
        const name = `${what} ${language} ${JSON.stringify(colours)}`;
        await expectAccessible(page, name);
        await expectLaidOut(page, name);
      }
      await close(page);
    }
  }
  passed("axe and layout on each screen, in both languages, light, dark and forced colours");
}

/// A phone, 200 % zoom (half the width) and a large screen.
async function sizes() {
  for (const viewport of [{ width: 320, height: 640 }, { width: 640, height: 360 }, { width: 1920, height: 1080 }]) {
    const page = await harness.open(file, "", { context: { viewport }, room });
    for (const screen of SCREENS) {
      await go(page, screen);
      await expectLaidOut(page, `${screen} ${viewport.width} px`);
    }
    // Scales of other numbers have other widths.
    for (const { name } of viewport.width === 320 ? compare.indicators : []) {
      for (const variant of ["epicerie", "stock"]) {
        const choice = `indicateur=${name}&variante=${variant}`;
        await page.evaluate((hash) => (location.hash = hash), `#rapport?${choice}`);
        await page.waitForFunction((c) => location.hash.includes(c), choice);
        await page.waitForTimeout(150);
        await expectLaidOut(page, `of the report ${choice}`);
      }
    }
    for (const [what, show] of Object.entries(SIMULATED)) {
      await show(page, "fr");
      await expectLaidOut(page, `${what} ${viewport.width} px`);
    }
    if (viewport.width === 1920) {
      await go(page, "atelier?variante=epicerie");
      await page.keyboard.press("g");
      await page.waitForSelector("html.big");
      await expectLaidOut(page, "on a big screen");
      for (const [what, show] of Object.entries(SIMULATED)) {
        await show(page, "fr");
        await expectLaidOut(page, `${what} on a big screen`);
      }
    }
    await close(page);
  }
  passed("320 px, 200 % zoom, 1920 px, big screen");
}

/// Whom the Tab key reaches, by id or by words; each must be seen to have the focus.
async function walk(page, steps) {
  const seen = new Set();
  for (let i = 0; i < steps; ++i) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      const style = getComputedStyle(e);
      return { id: e.id || e.textContent.slice(0, 20), body: e === document.body, ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 };
    });
    if (at.body) break;
    expect(at.ring, "who has the focus is seen", at.id);
    seen.add(at.id);
  }
  return seen;
}

async function keyboard() {
  const page = await harness.open(file);
  const seen = await walk(page, 90);
  for (const id of ["language", "theme", "big", "help-button", "site", "indicator", "reveal", "skip", "note"]) expect(seen.has(id), "the keyboard reaches", id);
  await page.keyboard.press("2");
  await page.waitForSelector('.tabs a[aria-current][href^="#comparer"]');
  await page.keyboard.press("1");
  await page.waitForSelector(".atelier");
  await page.keyboard.press("?");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.press("Escape");
  await page.focus("#note");
  await page.keyboard.type("2 fois trop cher ?");
  expect((await page.inputValue("#note")) === "2 fois trop cher ?", "shortcuts do not act in a field");
  await close(page);
  passed("keyboard walk");
}

/// Presses Tab until that element has the focus; each on the way is seen to have it.
async function tabTo(page, id, most = 80) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => ({ id: document.activeElement.id, ring: parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2 || document.activeElement === document.body }));
    expect(at.ring, "who has the focus is seen", at.id);
    if (at.id === id) return;
  }
  expect(false, "the keyboard reaches", id);
}
const focused = (page, id) => page.waitForFunction((wanted) => document.activeElement.id === wanted, id, { timeout: 10_000 }).catch(() => expect(false, "the focus is not lost", id));

/// The room without a mouse: chosen, changed, stopped, contested, undone; the focus is never lost.
async function keyboardInTheRoom() {
  const page = await harness.open(file, "#atelier?site=langouet&indicateur=food.insecure_share&variante=epicerie&langue=fr", { room });
  await tabTo(page, "variant-1");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.waitForSelector("#room-from");  // the screen is drawn a moment after the key
  await focused(page, "variant-room");
  for (const id of ["room-from", "slot-0-strong", "slot-0-size-slider", "slot-0-size"]) await tabTo(page, id, 12);
  const size = await page.inputValue("#slot-0-size");
  const larger = () => page.waitForFunction((was) => Number(document.getElementById("slot-0-size").value) > Number(was), size);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await larger();
  await focused(page, "slot-0-size-more");
  await page.keyboard.press("Shift+Tab");
  await focused(page, "slot-0-size-less");
  await page.keyboard.press("Enter");
  await page.waitForFunction((was) => document.getElementById("slot-0-size").value === was, size);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await larger();
  await focused(page, "slot-0-size-slider");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowDown");
  await page.waitForSelector("#slot-0-off:checked, #slot-0-bold:checked, #slot-0-modest:checked");
  await tabTo(page, "room-add", 12);
  await page.keyboard.press("ArrowDown");
  expect((await page.$$(".room > .slot")).length === 1, "browsing a list adds nothing");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await focused(page, "slot-1-modest");
  await tabTo(page, "slot-1-remove", 5);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.getElementById("slot-1-modest"));
  await focused(page, "room-add");
  await tabTo(page, "shock-1", 6);
  await page.keyboard.press("Space");
  await focused(page, "shock-1");
  await tabTo(page, "contest", 6);
  await page.keyboard.press("Enter");
  await tabTo(page, "contest-add", 3);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".contest .slot");
  expect(/-slider$/.test(await page.evaluate(() => document.activeElement.id)), "what is contested has the focus");
  const typed = () => page.$eval(".contest .slot .fine input[type=text]", (input) => input.value);
  expect((await typed()) === "", "no value is given for the room");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector(".contest .slot .fine input[type=text]").value !== "");
  for (let i = 0; i < 6; ++i) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector(".contest .slot"));
  await focused(page, "contest");
  await page.evaluate(() => document.getElementById("slot-0-modest").click());
  await page.waitForSelector("#room-stop");
  await page.focus("#room-stop");
  await page.keyboard.press("Enter");
  await focused(page, "room-go");
  await page.keyboard.press("Enter");
  await focused(page, "room-status");
  await page.waitForSelector('#room-status[data-phase="done"]');
  await focused(page, "room-status");
  await page.keyboard.press("z");
  await finished(page);
  await close(page);
  passed("the room by keyboard alone");
}

async function keyboardInTheFilm() {
  const page = await harness.open(file, "#carte?site=langouet&variante=epicerie&langue=fr", { room });
  await tabTo(page, "film-start");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".film canvas");
  await focused(page, "film-play");
  await page.waitForFunction(() => /\d\d:\d\d/.test(document.querySelector(".film-when").textContent));
  const moment = () => page.textContent(".film-when");
  const begun = await moment();
  await page.keyboard.press("Space");
  await page.waitForFunction((was) => document.querySelector(".film-when").textContent !== was, begun);
  expect((await page.getAttribute(".film-when", "aria-live")) === "off", "a clock that runs is not read aloud");
  await page.keyboard.press("Space");
  const paused = await moment();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction((was) => document.querySelector(".film-when").textContent !== was, paused);
  await tabTo(page, "film-day", 6);
  const date = (await moment()).split(",")[0];
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((was) => !document.querySelector(".film-when").textContent.startsWith(was) && /\d\d:\d\d/.test(document.querySelector(".film-when").textContent), date);
  await tabTo(page, "film-minute", 2);
  await page.keyboard.press("End");
  await page.waitForFunction(() => /23:59/.test(document.querySelector(".film-when").textContent));
  expect((await page.getAttribute("#film-minute", "aria-valuetext")) === "23:59", "the hour is read as an hour");
  await close(page);
  passed("the film by keyboard alone");
}

/// A picture is painted again when the device changes its colours.
async function coloursOfTheFilm() {
  const page = await harness.open(file, "#carte?site=langouet&variante=epicerie&langue=fr", { room });
  await page.click("#film-start");
  await page.waitForSelector(".film canvas");
  const isPainted = (light) =>
    page.waitForFunction((wanted) => {
      const canvas = document.querySelector(".film canvas");
      return canvas && canvas.getContext("2d").getImageData(0, 0, 1, 1).data[0] > 128 === wanted;
    }, light).catch(() => expect(false, "a picture has the device's colours", String(light)));
  await isPainted(true);
  await page.emulateMedia({ colorScheme: "dark" });
  await isPainted(false);
  await close(page);
  passed("the film follows the device's colours");
}

/// Who asked their device for little motion is shown a picture every half hour.
async function littleMotion() {
  const page = await harness.open(file, "", { room, context: { reducedMotion: "reduce" } });
  await showFilm(page, "fr");
  expect(/peu de mouvement/.test(await page.textContent("main")), "it is said");
  await page.selectOption("#film-speed", "60");
  const seen = await page.evaluate(async () => {
    const when = document.querySelector(".film-when");
    const moments = [];
    new MutationObserver(() => moments.push(when.textContent)).observe(when, { childList: true, characterData: true, subtree: true });
    document.getElementById("film-play").click();
    await new Promise((resolve) => setTimeout(resolve, 2600));
    document.getElementById("film-play").click();
    return moments;
  });
  expect(seen.length >= 2 && seen.length <= 7, "few pictures", JSON.stringify(seen));
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((e) => parseFloat(getComputedStyle(e).transitionDuration) > 0 || getComputedStyle(e).animationName !== "none").length);
  expect(moving === 0, "nothing moves on its own", String(moving));
  await close(page);
  passed("little motion where it is asked for");
}

await harness.finish([accessibility, sizes, keyboard, ...(room ? [keyboardInTheRoom, keyboardInTheFilm, coloursOfTheFilm, littleMotion] : [])]);
