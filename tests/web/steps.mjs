// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What several tests do in the workshop.

export const noGuess = async (page) => {
  if (await page.isChecked("#show-predict")) await page.click("#show-predict");
};

/// Until all draws of a room are simulated.
export const finished = (page, count = 20) =>
  page.waitForFunction((n) => new RegExp(`^${n} tirages simulés|^${n} draws`).test(document.querySelector("#room-status p")?.textContent ?? ""), count);

/// What is said and drawn; tables are built when they are opened.
export const result = async (page) => {
  await page.evaluate(() => document.querySelectorAll("#figure-curves details").forEach((details) => (details.open = true)));
  await page.waitForSelector("#figure-curves tbody tr");
  return page.evaluate(() => ({
    sentence: document.querySelector("#result .sentence")?.textContent,
    tiles: [...document.querySelectorAll(".tile:not(.beside) dd")].map((tile) => tile.textContent),
    table: [...document.querySelectorAll("#figure-curves tbody tr")].slice(0, 30).map((row) => [...row.children].map((cell) => cell.textContent).join(" | ")),
  }));
};

/// Takes one of a list, with the button beside it; by key, as results that arrive move what a pointer aims at.
export const addTo = async (page, list, value) => {
  await page.selectOption(`#${list}`, value);
  await page.press(`#${list}-go`, "Enter");
};
