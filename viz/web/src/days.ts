// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Curves read day by day: under the pointer, in a table, in a spreadsheet.

import type { Context } from "./context";
import type { Drawn, Line } from "./charts/fan";
import { dayOf, isoDate } from "./format";
import { h } from "./dom";
import { drawsShown, HIDDEN } from "./data";

function valueWords(context: Context, value: number, decimals: number, difference: boolean): string {
  const { words } = context;
  if (value === HIDDEN) return words.say("count.hidden");
  return difference ? words.signed(value, decimals) : words.number(value, decimals);
}

/// Of a rare event, in how many of the draws that are shown it happened that day.
function happenedOn(line: Line, day: number): string {
  const present = (line.draws ?? []).map((draw) => draw[day]!).filter((value) => !Number.isNaN(value));
  return `${present.filter((value) => value !== 0).length}/${present.length}`;
}

export function dayHead(context: Context, lines: Line[]): string[] {
  const { words, meta } = context;
  const columns = (line: Line): string[] => {
    if (line.counted) return [words.say("page.column.happened", { count: drawsShown(meta) })];
    const ends = line.few ? ["smallest", "largest"] : ["q5", "q95"];
    return ["median", ...ends].map((key) => words.say(`page.column.${key}`));
  };
  return [words.say("page.column.day"), ...lines.flatMap((line) => columns(line).map((name) => `${line.label}, ${name}`))];
}

/// Days and quantiles as a table shows them.
export function dayRows(context: Context, lines: Line[], decimals: number, difference: boolean): string[][] {
  const { words, meta } = context;
  const cells = (line: Line, day: number): string[] =>
    line.counted ? [happenedOn(line, day)] : [2, 0, 4].map((q) => valueWords(context, line.fan[q]![day]!, decimals, difference));
  return Array.from({ length: meta.days }, (_, day) => [words.date(day), ...lines.flatMap((line) => cells(line, day))]);
}

/// Unrounded, for a spreadsheet: quantiles; of a rare event the draws.
export function dayCsv(context: Context, lines: Line[]): (string | number)[][] {
  const { meta, words } = context;
  const columns = (line: Line): { name: string; curve: Float64Array }[] =>
    line.counted
      ? (line.draws ?? []).map((curve, r) => ({ name: words.say(meta.room?.partial ? "page.column.draw_read" : "page.film.draw_number", { number: r + 1 }), curve }))
      : (line.few ? ["smallest", "q25", "median", "q75", "largest"] : ["q5", "q25", "median", "q75", "q95"]).map((key, q) => ({ name: words.say(`page.column.${key}`), curve: line.fan[q]! }));
  const all = lines.flatMap((line) => columns(line).map(({ name, curve }) => ({ name: `${line.label} ${name}`, curve })));
  const cell = (value: number): string | number => (value === HIDDEN ? words.say("count.hidden") : value);
  const rows = Array.from({ length: meta.days }, (_, day) => [isoDate(dayOf(meta.start, day)), ...all.map(({ curve }) => cell(curve[day]!))]);
  return [["date", ...all.map(({ name }) => name)], ...rows];
}

/// A day under the pointer or the slider, told in words.
export function dayReader(context: Context, drawn: Drawn, lines: Line[], decimals: number, difference: boolean): HTMLElement {
  const { meta, words } = context;
  const said = h("output", { class: "day-said" });
  const tell = (day: number): void => {
    drawn.point(day);
    const values = lines.map((line) => {
      if (line.counted) return `${line.label} ${happenedOn(line, day)}`;
      const [low, , middle, , high] = line.fan.map((curve) => valueWords(context, curve[day]!, decimals, difference));
      return `${line.label} ${middle} ${words.ends(low!, high!)}`;
    });
    said.textContent = `${words.date(day)}${words.colon()}${values.join(" · ")}`;
  };
  const slider = h("input", {
    type: "range",
    min: 0,
    max: meta.days - 1,
    value: meta.shock_day ?? 0,
    "aria-label": words.say("page.day_slider"),
    oninput: (event) => tell(Number((event.target as HTMLInputElement).value)),
  });
  const step = (days: number): HTMLElement => {
    const go = (): void => {
      slider.value = String(Number(slider.value) + days);
      tell(Number(slider.value));
    };
    return h("button", { type: "button", class: "small", onclick: go }, words.say(days < 0 ? "page.step.day_back" : "page.step.day_on"));
  };
  drawn.svg.addEventListener("pointermove", (event) => {
    const box = drawn.svg.getBoundingClientRect();
    const view = Number(drawn.svg.getAttribute("viewBox")!.split(" ")[2]);
    const day = drawn.day(((event as PointerEvent).clientX - box.left) * (view / box.width));
    slider.value = String(day);
    tell(day);
  });
  said.textContent = words.say(lines.every((line) => line.counted) ? "page.day_hint_counted" : "page.day_hint");
  return h("div", { class: "day-reader" }, step(-1), slider, step(1), said);
}
