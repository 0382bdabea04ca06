// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What every screen is given, and the pieces that several screens share.

import { hasHidden, hasValues, QUANTILE_DRAWS, type Curves, type Data, type Provider } from "./data";
import type { Fault } from "./live/fault";
import type { Live } from "./live/live";
import type { Indicator, Meta, SiteRow } from "./model";
import { csv, unaccented, type Words } from "./format";
import { h, table, type Cell } from "./dom";
import { dayCsv, dayHead, dayReader, dayRows } from "./days";
import { endsOf, isCounted, isFew, type Ends } from "./sentences";
import { download, pngOf, standaloneSvg } from "./export";
import type { State, Store } from "./state";
import type { Notes } from "./notes";
import { fanChart, type Kind, type Line } from "./charts/fan";

export interface Context {
  meta: Meta;
  data: Provider & Pick<Data, "annex" | "maps">;
  rows: SiteRow[][]; // of the indicators that `need` has fetched
  need(indicators: number[]): Promise<void>;
  words: Words;
  state: State;
  store: Store;
  notes: Notes;
  set(patch: Partial<State>, undoable?: boolean, focus?: string): void; // `focus`: who has it then, by id
  chooseVariant(variant: number): void;
  canUndo: boolean;
  undo(): void;
  announce(text: string): void;
  revealed(): boolean;
  reveal(): void;
  live: Live | null; // null: this page cannot simulate, or it is not known yet
  roomIsElsewhere: boolean; // what the room has composed is chosen, and this screen shows the file's variants alone
  noLive: Fault | null; // why a page that has a simulator cannot simulate here
  width: number; // of the main column, pixels
  base: number; // size of text in charts
}

export const labelOf = (context: Context, indicator: Indicator): string => indicator.label[context.words.language];
export const siteName = (context: Context, site = context.state.site): string => context.meta.sites[site]!.name;
export const rowOf = (context: Context, site = context.state.site, indicator = context.state.indicator): SiteRow =>
  context.rows[indicator]![site]!;

/// What stands under each figure: who made the numbers, and with what.
export function sourceLine(context: Context): string {
  const { meta, words } = context;
  return words.say(meta.room ? "page.source_room" : "page.source", {
    title: meta.title,
    version: meta.version,
    seed: meta.seed,
    replicates: meta.replicates,
    digest: meta.result_sha256.slice(0, 12),
  });
}

/// What a room has composed: its measures, what it took away, what it contests.
export function roomLine({ meta, words, state }: Context): string {
  const { room } = meta;
  if (!room) return "";
  const measures = (meta.variants[state.variant]?.measures ?? []).map(({ label }) => label[words.language]);
  const said = [words.say("page.room.composed", { list: measures.join(", ") || words.say("page.room.nothing") })];
  if (room.shocks_left_out.length > 0) said.push(words.say("page.warn.shocks", { list: room.shocks_left_out.join(", ") }));
  if (room.contested.length > 0) said.push(words.say("page.warn.contested", { list: room.contested.join(" ; ") }));
  return said.join(" ");
}

/// What goes with a figure that leaves the page: where it is from, what was composed, and what it is not.
const exportedLine = (context: Context): string =>
  [sourceLine(context), roomLine(context), context.words.say("warning.exploration")].filter(Boolean).join(" ");

export interface TableOf {
  caption: string;
  head: string[];
  rows: (string | Cell)[][];
}

export interface Figure {
  id: string;
  heading: string;
  svg: SVGElement | null; // null: this browser cannot draw, and the table stands in its place
  legend?: HTMLElement | null;
  caption: string;
  sourced?: boolean; // its source stands below it too, as in a report; what leaves the page always says it
  table: () => TableOf; // built when it is opened
  csv?: () => (string | number)[][]; // unrounded; else the table
  open?: boolean; // the table is shown at once
  difference?: boolean; // it shows with - without
}

/// "Menages-qui-manquent-de-nourriture-Saillans": for the name of a file, on any system.
const stem = (text: string, longest: number): string =>
  unaccented(text).replace(/[^a-z0-9]+/gi, "-").slice(0, longest).replace(/^-|-$/g, "");

const fileStem = (context: Context, figure: Figure): string => {
  return `essaim-${stem(figure.heading, 80)}-${stem(variantTitle(context, context.state.variant), 40)}`;
};

/// A table with what it would need if it stood alone: as columns, which every program reads.
function labelled(context: Context, figure: Figure, lines: (string | number)[][]): (string | number)[][] {
  const { words, meta, state } = context;
  const names = ["figure", "unit", "measures", "source"].map((key) => words.say(`page.csv.${key}`));
  const { unit: symbol } = meta.indicators[state.indicator]!;
  const unit = figure.difference ? words.differenceUnit(symbol) : words.unit(symbol);
  const values = [figure.heading, unit, variantTitle(context, state.variant), exportedLine(context)];
  return lines.map((line, i) => [...line, ...(i === 0 ? names : values)]);
}

function downloads(context: Context, figure: Figure): HTMLElement {
  const { words } = context;
  const drawing = figure.svg;
  const svg = (of: SVGElement): ReturnType<typeof standaloneSvg> =>
    standaloneSvg(of, figure.heading, `${figure.caption} ${exportedLine(context)}`);
  const button = (name: string, does: () => void): HTMLElement =>
    h("button", { type: "button", class: "small", onclick: does, "aria-label": `${name}, ${figure.heading}` }, name);
  return h(
    "p",
    { class: "downloads" },
    h("span", {}, words.say("page.download")),
    button("CSV", () => {
      const plain = ({ head, rows }: TableOf): string[][] => [head, ...rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.text)))];
      const lines = figure.csv ? figure.csv() : plain(figure.table());
      download(`${fileStem(context, figure)}.csv`, "text/csv;charset=utf-8", csv(words.language, labelled(context, figure, lines)));
    }),
    ...(drawing ? [
      button("SVG", () => download(`${fileStem(context, figure)}.svg`, "image/svg+xml", svg(drawing).text)),
      button("PNG", () => {
        pngOf(svg(drawing)).then(
          (blob) => download(`${fileStem(context, figure)}.png`, "image/png", blob),
          () => context.announce(words.say("page.download_failed")),
        );
      }),
    ] : []),
  );
}

/// In place of a drawing.
export const cannotDraw = (context: Context): HTMLElement => h("p", { class: "hint" }, context.words.say("page.chart.cannot_draw"));

export function figureElement(context: Context, figure: Figure, level: "h2" | "h3" = "h3"): HTMLElement {
  return h(
    "figure",
    { id: `figure-${figure.id}` },
    h(level, {}, figure.heading),
    h("div", { class: "drawing" }, figure.svg ?? cannotDraw(context)),
    figure.legend,
    h("figcaption", {}, figure.caption, figure.sourced ? ` ${sourceLine(context)}` : null),
    downloads(context, figure),
    tableDetails(context, figure),
  );
}

/// The numbers of a figure: a table that is built when it is opened first.
function tableDetails(context: Context, figure: Figure): HTMLElement {
  const open = figure.open === true || figure.svg === null;
  const details = h("details", { id: `table-${figure.id}`, open }, h("summary", {}, context.words.say("page.table_of", { figure: figure.heading })));
  const build = (): void => {
    const { caption, head, rows } = figure.table();
    details.append(table(caption, head, rows, true));
  };
  if (open) build();
  else details.addEventListener("toggle", build, { once: true });
  return details;
}

/// What lines and areas stand for; `worlds`: of dots with their intervals. Without `ends`, all is counted only.
export function legend(
  context: Context,
  entries: { kind: Kind; text: string }[],
  ends: Ends | null,
  of: "curves" | "worlds" = "curves",
): HTMLElement {
  return h(
    "ul",
    { class: "legend" },
    ...entries.map(({ kind, text }) => h("li", {}, h("span", { class: `key ${kind}`, "aria-hidden": true }), text)),
    ends === null
      ? null
      : h(
          "li",
          {},
          of === "curves" ? h("span", { class: `key bands${ends === "extremes" ? " few" : ""}`, "aria-hidden": true }) : null,
          context.words.say(`page.legend.${of}_${ends}`),
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
  const counted = isCounted(row, choice.variant);
  const line = (kind: Kind, variant: number, fan: Line["fan"], label: string): Line => ({
    kind,
    label,
    fan,
    filled: kind === "with" || choice.variant === 0,
    bands: kind !== "quiet" && !counted,
    median: !counted,
    counted,
    few: isFew(row.variants[variant]!),
    draws: kind === "quiet" ? undefined : choice.draws?.[variant],
  });
  const lines: Line[] = [];
  if (choice.quiet && !counted) lines.push(line("quiet", 0, curves.quiet[0]!, words.say("page.short.quiet")));
  lines.push(line("without", 0, curves.crisis[0]!, words.say("page.short.without")));
  if (choice.variant > 0) {
    lines.push(line("with", choice.variant, curves.crisis[choice.variant]!, words.say("page.short.with")));
  }
  return lines.filter((one) => (one.counted ? one.draws !== undefined : hasValues(one.fan)));
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
  printed?: boolean; // with its source, without the slider for days
}

/// A figure of a report: how its heading is numbered; it is printed.
export type Numbered = (heading: string) => string;

/// A whole figure of curves, with its slider and table.
export function fanFigure(context: Context, wanted: FanFigure, level: "h2" | "h3" = "h3"): HTMLElement {
  const { meta, words } = context;
  const indicator = meta.indicators[context.state.indicator]!;
  const drawn = fanChart({
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
  });
  const notes = [wanted.caption];
  if (drawn && !drawn.fromZero) notes.push(words.say("page.chart.not_from_zero"));
  if (wanted.lines.some((line) => hasHidden(line.fan))) notes.push(words.say("page.chart.hidden"));
  const element = figureElement(
    context,
    {
      id: wanted.id,
      heading: wanted.heading,
      svg: drawn && drawn.svg,
      legend: null,
      caption: notes.join(" "),
      sourced: wanted.printed,
      table: () => ({
        caption: wanted.heading,
        head: dayHead(context, wanted.lines),
        rows: dayRows(context, wanted.lines, wanted.decimals, wanted.difference),
      }),
      csv: () => dayCsv(context, wanted.lines),
      difference: wanted.difference,
    },
    level,
  );
  if (!wanted.printed && drawn) {
    const reader = dayReader(context, drawn, wanted.lines, wanted.decimals, wanted.difference);
    element.querySelector(".drawing")!.after(reader);
  }
  return element;
}

/// The legend of a site's lines.
export function linesLegend(context: Context, lines: Line[], variant: number): HTMLElement {
  const { meta, words } = context;
  const row = rowOf(context);
  const text: Record<Kind, string> = {
    quiet: words.say("page.legend.quiet"),
    without: words.say("page.without_measures"),
    with: meta.variants[variant]!.title,
  };
  const ends = isCounted(row, variant) ? null : endsOf([row.variants[0]!, row.variants[variant]!]);
  return legend(context, lines.map(({ kind }) => ({ kind, text: text[kind] })), ends);
}

/// With - without, day by day; none of a rare event, or where there is no value.
export function differenceFigure(
  context: Context,
  curves: Curves,
  wanted: { id: string; height: number; numbered?: Numbered },
  level: "h2" | "h3" = "h3",
): HTMLElement | null {
  const { meta, words, state } = context;
  const fan = curves.differences[state.variant - 1];
  const row = rowOf(context);
  if (!fan || !hasValues(fan) || isCounted(row, state.variant)) return null;
  const heading = words.say("page.difference", { label: labelOf(context, meta.indicators[state.indicator]!), site: siteName(context) });
  const pairs = row.compared[state.variant - 1]!.pairs;
  const line: Line = {
    kind: "with",
    label: words.say("page.short.difference"),
    fan,
    bands: true,
    filled: true,
    median: true,
    counted: false,
    few: pairs < QUANTILE_DRAWS,
  };
  return fanFigure(
    context,
    {
      id: wanted.id,
      heading: wanted.numbered ? wanted.numbered(heading) : heading,
      caption: `${words.say("page.difference.caption")} ${words.say(`page.chart.bands_${line.few ? "extremes" : "quantiles"}`, { replicates: pairs })}`,
      lines: [line],
      difference: true,
      decimals: curves.differenceDecimals,
      height: wanted.height,
      variant: state.variant,
      description: words.say("page.difference.caption"),
      printed: wanted.numbered !== undefined,
    },
    level,
  );
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
  return h("p", { class: "field" }, h("label", { for: id }, label), h("span", { class: "select-frame" }, select));
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

/// Said where a room would simulate, in a browser or from a file that does not let it. Null where nothing is amiss.
export const cannotSimulate = ({ noLive, words }: Context): HTMLElement | null =>
  noLive && h("p", { class: "hint no-simulator", role: "note" }, words.say(`page.room.failed.${noLive}`));

/// Where a note belongs: site, what was looked at, with what.
export function placeOf(context: Context): string {
  const { meta, state } = context;
  return [siteName(context), labelOf(context, meta.indicators[state.indicator]!), variantTitle(context, state.variant)].join(" – ");
}

export function variantTitle(context: Context, variant: number): string {
  if (variant === 0) return context.words.say("page.without_measures");
  return context.meta.variants[variant]?.title ?? context.words.say("page.room");
}
