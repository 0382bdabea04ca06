// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// usage: node access.mjs PAGE.html SUMMARY.json COMPARE.json
// Everybody can use the page: axe and layout in both languages, in light, dark and forced colours; phones, 200 % zoom
// and large screens; the keyboard alone.

import { readFileSync } from "node:fs";
import * as harness from "./harness.mjs";
import { close, expect, expectAccessible, expectLaidOut, go, passed } from "./harness.mjs";

const [file, , compareFile] = process.argv.slice(2);
await harness.startChromium();
const SCREENS = ["atelier", "comparer", "carte", "methode", "rapport"];
const COLOURS = [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }];
const compare = JSON.parse(readFileSync(compareFile, "utf8"));

async function accessibility() {
  for (const colours of COLOURS) {
    for (const language of ["fr", "en"]) {
      const page = await harness.open(file, `#atelier?langue=${language}`, { axe: true, context: colours });
      for (const screen of SCREENS) {
        await go(page, `${screen}?langue=${language}`);
        const name = `${screen} ${language} ${JSON.stringify(colours)}`;
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
    const page = await harness.open(file, "", { context: { viewport } });
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
    if (viewport.width === 1920) {
      await page.keyboard.press("g");
      await page.waitForSelector("html.big");
      await expectLaidOut(page, "on a big screen");
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

await harness.finish([keyboard, sizes, accessibility]);
