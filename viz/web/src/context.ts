// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What every screen is given, and the pieces that several screens share.

import type { Curves, Data } from "./data";
import type { Indicator, Meta, SiteRow } from "./model";
import { csv, dayOf, isoDate, type Words } from "./format";
import { h, table, type Cell } from "./dom";
import { download, pngOf, standaloneSvg } from "./export";
import type { State, Store } from "./state";
import type { Notes } from "./notes";
import { domainOf, fanChart, type Drawn, type FanChart, type Kind, type Line } from "./charts/fan";
import { hasHidden, hasValues } from "./charts/scale";

export interface Context {
  meta: Meta;
  data: Data;
  rows: SiteRow[][];
  words: Words;
  state: State;
  store: Store;
  notes: Notes;
  set(patch: Partial<State>, undoable?: boolean): void;
  canUndo: boolean;
  undo(): void;
  announce(text: string): void;
  revealed(): boolean;
  reveal(): void;
  width: number; // of the main column, pixels
  base: number; // size of text in charts
}

export const labelOf = (context: Context, indicator: Indicator): string => indicator.label[context.words.language];
export const siteName = (context: Context, site = context.state.site): string => context.meta.sites[site]!.name;
export const rowOf = (context: Context, site = context.state.site, indicator = context.state.indicator): SiteRow =>
  context.rows[indicator]![site]!;

/// What stands under each figure: who made the numbers, with what, and what they are not.
export function sourceLine(context: Context): string {
  const { meta, words } = context;
  return words.say("page.source", {
    title: meta.title,
    version: meta.version,
    seed: meta.seed,
    replicates: meta.replicates,
    digest: meta.result_sha256.slice(0, 12),
  });
}

export interface Figure {
  id: string;
  heading: string;
  svg: SVGElement;
  legend?: HTMLElement | null;
  caption: string;
  table: { caption: string; head: string[]; rows: (string | Cell)[][] };
  csv?: (string | number)[][]; // unrounded; else the table
  open?: boolean; // the table is shown at once
}

const fileStem = (context: Context, figure: Figure): string =>
  `essaim-${figure.id}-${context.meta.sites[context.state.site]!.id.replace(/[^a-z0-9-]+/gi, "-")}`;

function downloads(context: Context, figure: Figure): HTMLElement {
  const { words } = context;
  const svg = (): ReturnType<typeof standaloneSvg> =>
    standaloneSvg(figure.svg, figure.heading, `${figure.caption} ${sourceLine(context)}`);
  const button = (name: string, does: () => void): HTMLElement =>
    h("button", { type: "button", class: "small", onclick: does, "aria-label": `${name}, ${figure.heading}` }, name);
  return h(
    "p",
    { class: "downloads" },
    h("span", {}, words.say("page.download")),
    button("CSV", () => {
      const plain = [
        figure.table.head,
        ...figure.table.rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.text))),
      ];
      download(`${fileStem(context, figure)}.csv`, "text/csv;charset=utf-8", csv(words.language, figure.csv ?? plain));
    }),
    button("SVG", () => download(`${fileStem(context, figure)}.svg`, "image/svg+xml", svg().text)),
    button("PNG", () => {
      pngOf(svg()).then(
        (blob) => download(`${fileStem(context, figure)}.png`, "image/png", blob),
        () => context.announce(words.say("page.download_failed")),
      );
    }),
  );
}

export function figureElement(context: Context, figure: Figure, level: "h2" | "h3" = "h3"): HTMLElement {
  return h(
    "figure",
    { id: `figure-${figure.id}` },
    h(level, {}, figure.heading),
    h("div", { class: "drawing" }, figure.svg),
    figure.legend,
    h("figcaption", {}, figure.caption),
    downloads(context, figure),
    h(
      "details",
      { open: figure.open === true },
      h("summary", {}, context.words.say("page.table_of", { figure: figure.heading })),
      table(figure.table.caption, figure.table.head, figure.table.rows, true),
    ),
  );
}

/// What lines and areas stand for; `worlds`: of dots with their intervals.
export function legend(
  context: Context,
  entries: { kind: Kind; text: string }[],
  of: "curves" | "worlds" = "curves",
): HTMLElement {
  const few = context.meta.replicates < 19;
  const ends = of === "worlds" ? (few ? "worlds_few" : "worlds") : few ? "extremes" : "bands";
  return h(
    "ul",
    { class: "legend" },
    ...entries.map(({ kind, text }) => h("li", {}, h("span", { class: `key ${kind}`, "aria-hidden": true }), text)),
    h(
      "li",
      {},
      of === "curves" ? h("span", { class: `key bands${few ? " few" : ""}`, "aria-hidden": true }) : null,
      context.words.say(`page.legend.${ends}`),
    ),
  );
}

/// The lines of one site: without measures, and a variant beside it.
export function linesOf(
  context: Context,
  site: number,
  curves: Curves,
  choice: { variant: number; quiet: boolean; draws: Float64Array[][] | null },
): Line[] {
  const { words } = context;
  const row = rowOf(context, site);
  const line = (kind: Kind, variant: number, fan: Line["fan"], label: string): Line => ({
    kind,
    label,
    fan,
    filled: kind === "with" || choice.variant === 0,
    bands: kind !== "quiet" && row.variants[variant]!.kind !== "rare",
    median: row.variants[variant]!.kind !== "rare",
    draws: kind === "quiet" ? undefined : choice.draws?.[variant],
  });
  const lines: Line[] = [];
  if (choice.quiet) lines.push(line("quiet", 0, curves.quiet[0]!, words.say("page.short.quiet")));
  lines.push(line("without", 0, curves.crisis[0]!, words.say("page.short.without")));
  if (choice.variant > 0) {
    lines.push(line("with", choice.variant, curves.crisis[choice.variant]!, words.say("page.short.with")));
  }
  return lines.filter((one) => hasValues(one.fan));
}

/// Days and quantiles as a table shows them, and unrounded for a spreadsheet.
export function dayRows(context: Context, lines: Line[], decimals: number, difference: boolean): string[][] {
  const { words, meta } = context;
  const value = (number: number): string => {
    if (number === -Infinity) return words.say("count.hidden");
    return difference ? words.signed(number, decimals) : words.number(number, decimals);
  };
  return Array.from({ length: meta.days }, (_, day) => [
    words.date(day),
    ...lines.flatMap((line) => [value(line.fan[2]![day]!), value(line.fan[0]![day]!), value(line.fan[4]![day]!)]),
  ]);
}

export function dayCsv(context: Context, lines: Line[]): (string | number)[][] {
  const { meta, words } = context;
  const head = ["date", ...lines.flatMap((line) => ["q5", "q25", "q50", "q75", "q95"].map((q) => `${line.label} ${q}`))];
  const cell = (number: number): string | number => (number === -Infinity ? words.say("count.hidden") : number);
  const rows = Array.from({ length: meta.days }, (_, day) => [
    isoDate(dayOf(meta.start, day)),
    ...lines.flatMap((line) => line.fan.map((curve) => cell(curve[day]!))),
  ]);
  return [head, ...rows];
}

export function dayHead(context: Context, lines: Line[]): string[] {
  const { words } = context;
  const ends = context.meta.replicates < 19 ? ["page.column.smallest", "page.column.largest"] : ["page.column.q5", "page.column.q95"];
  return [
    words.say("page.column.day"),
    ...lines.flatMap((line) => [
      `${line.label}, ${words.say("page.column.median")}`,
      `${line.label}, ${words.say(ends[0]!)}`,
      `${line.label}, ${words.say(ends[1]!)}`,
    ]),
  ];
}

/// A day under the pointer or the slider, told in words.
export function dayReader(context: Context, drawn: Drawn, lines: Line[], decimals: number, difference: boolean): HTMLElement {
  const { meta, words } = context;
  const said = h("output", { class: "day-said" });
  const tell = (day: number): void => {
    drawn.point(day);
    const values = lines.map((line) => {
      const [low, , middle, , high] = line.fan.map((curve) => {
        const value = curve[day]!;
        if (value === -Infinity) return words.say("count.hidden");
        return difference ? words.signed(value, decimals) : words.number(value, decimals);
      });
      return `${line.label} ${middle} [${low} ; ${high}]`;
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
  drawn.svg.addEventListener("pointermove", (event) => {
    const box = drawn.svg.getBoundingClientRect();
    const view = Number(drawn.svg.getAttribute("viewBox")!.split(" ")[2]);
    const day = drawn.day(((event as PointerEvent).clientX - box.left) * (view / box.width));
    slider.value = String(day);
    tell(day);
  });
  said.textContent = words.say("page.day_hint");
  return h("div", { class: "day-reader" }, slider, said);
}

export interface FanFigure {
  id: string;
  heading: string;
  caption: string;
  lines: Line[];
  difference: boolean;
  decimals: number;
  height: number;
  variant: number;
  description: string;
  width?: number;
  plain?: boolean; // without the slider for days
}

/// A whole figure of curves, with its slider and table.
export function fanFigure(context: Context, wanted: FanFigure, level: "h2" | "h3" = "h3"): HTMLElement {
  const { meta, words } = context;
  const indicator = meta.indicators[context.state.indicator]!;
  const chart: FanChart = {
    meta,
    words,
    width: wanted.width ?? context.width,
    height: wanted.height,
    base: context.base,
    unit: indicator.unit,
    difference: wanted.difference,
    title: wanted.heading,
    description: wanted.description,
    lines: wanted.lines,
    events: wanted.difference ? "marks" : "full",
    measures: wanted.variant > 0,
    variant: wanted.variant,
    domain: domainOf(wanted.lines),
  };
  const drawn = fanChart(chart);
  const notes = [wanted.caption];
  if (!drawn.axis.fromZero) notes.push(words.say("page.chart.not_from_zero"));
  if (wanted.lines.some((line) => hasHidden(line.fan))) notes.push(words.say("page.chart.hidden"));
  const element = figureElement(
    context,
    {
      id: wanted.id,
      heading: wanted.heading,
      svg: drawn.svg,
      legend: null,
      caption: notes.join(" "),
      table: {
        caption: wanted.heading,
        head: dayHead(context, wanted.lines),
        rows: dayRows(context, wanted.lines, wanted.decimals, wanted.difference),
      },
      csv: dayCsv(context, wanted.lines),
    },
    level,
  );
  if (!wanted.plain) {
    const reader = dayReader(context, drawn, wanted.lines, wanted.decimals, wanted.difference);
    element.querySelector(".drawing")!.after(reader);
  }
  return element;
}

export function selectField(
  id: string,
  label: string,
  options: { value: string; text: string; group?: string }[],
  value: string,
  onchange: (value: string) => void,
): HTMLElement {
  const select = h("select", { id, onchange: (event) => onchange((event.target as HTMLSelectElement).value) });
  let group = h("optgroup");
  for (const option of options) {
    const element = h("option", { value: option.value, selected: option.value === value }, option.text);
    if (!option.group) select.append(element);
    else {
      if (group.label !== option.group) {
        group = h("optgroup", { label: option.group });
        select.append(group);
      }
      group.append(element);
    }
  }
  return h("p", { class: "field" }, h("label", { for: id }, label), select);
}

export function siteField(context: Context): HTMLElement {
  const options = context.meta.sites.map((site, i) => ({ value: String(i), text: site.name }));
  return selectField("site", context.words.say("page.site"), options, String(context.state.site), (value) =>
    context.set({ site: Number(value) }),
  );
}

/// By theme, in plain words; those that the scenario is about come first.
export function indicatorField(context: Context): HTMLElement {
  const { meta, words } = context;
  const theme = (indicator: Indicator): string => {
    const name = indicator.name.split(".")[0]!;
    return words.knows(`page.theme.${name}`) ? words.say(`page.theme.${name}`) : name;
  };
  const entries = meta.indicators.map((indicator, i) => ({ i, indicator }));
  const primary = entries.filter(({ indicator }) => indicator.primary);
  const options = [
    ...primary.map(({ i, indicator }) => ({
      value: String(i),
      text: labelOf(context, indicator),
      group: words.say("page.theme.primary"),
    })),
    ...entries
      .filter(({ indicator }) => !indicator.primary)
      .map(({ i, indicator }) => ({ value: String(i), text: labelOf(context, indicator), group: theme(indicator) })),
  ];
  return selectField("indicator", words.say("page.indicator"), options, String(context.state.indicator), (value) =>
    context.set({ indicator: Number(value) }),
  );
}

export function variantTitle(context: Context, variant: number): string {
  return variant === 0 ? context.words.say("page.without_measures") : context.meta.variants[variant]!.title;
}
