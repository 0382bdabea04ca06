// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Variants within a site, and sites side by side: never ranked, on equal axes, with what the data do not allow to say.

import { h, section, table, type Cell } from "../dom";
import { dotChart, effectDot, type Dot, type DotRow } from "../charts/dots";
import { fanChart, sharedDomain, type FanChart } from "../charts/fan";
import type { ComparedRow, Worlds } from "../model";
import { endsOf, isCounted, levelText } from "../sentences";
import {
  figureElement,
  indicatorField,
  labelOf,
  legend,
  linesOf,
  rowOf,
  selectField,
  variantTitle,
  type Context,
  type TableOf,
} from "../context";
import { nothingToDraw } from "./atelier";

function variantField(context: Context): HTMLElement {
  const options = context.meta.variants.map((_, i) => ({ value: String(i), text: variantTitle(context, i) }));
  return selectField("variant", context.words.say("page.measures"), options, String(context.state.variant), (value) =>
    context.set({ variant: Number(value) }),
  );
}

/// A world's median and ends; a rare event has none.
function dotOf(kind: Dot["kind"], worlds: Worlds): Dot[] {
  if (worlds.median === undefined) return [];
  return [{ kind, value: worlds.median, low: worlds.low ?? null, high: worlds.high ?? null }];
}

/// Without and with the measures at each site, in the order of the file.
function sitesFigure(context: Context): HTMLElement {
  const { meta, words, state } = context;
  const indicator = meta.indicators[state.indicator]!;
  const heading = words.say("page.compare.levels", { label: labelOf(context, indicator) });
  const rows: DotRow[] = meta.sites.map((site, i) => {
    const row = rowOf(context, i);
    if (isCounted(row, state.variant)) {
      return { label: site.name, dots: [], note: state.variant > 0 ? row.compared[state.variant - 1]!.text[words.language][2] : levelText(row, 0, 0, "", words) };
    }
    return {
      label: site.name,
      dots: [
        ...dotOf("without", row.variants[0]!),
        ...(state.variant > 0 ? dotOf("with", row.variants[state.variant]!) : []),
      ],
      note: row.variants[state.variant]!.text[words.language][0],
    };
  });
  const svg = dotChart({
    words,
    width: context.width,
    base: context.base,
    unit: indicator.unit,
    difference: false,
    title: heading,
    description: meta.sites.map((site, i) => `${site.name}${words.colon()}${rowOf(context, i).variants[state.variant]!.text[words.language][0]}.`).join(" "),
    rows,
  });
  return figureElement(
    context,
    {
      id: "sites",
      heading,
      svg,
      legend: sitesLegend(context, "worlds"),
      caption: words.say(allCounted(context) ? "page.compare.counted_caption" : "page.compare.levels_caption"),
      table: () => sitesTable(context),
      open: true,
    },
    "h2",
  );
}

const allCounted = (context: Context): boolean =>
  context.meta.sites.every((_, i) => isCounted(rowOf(context, i), context.state.variant));

/// Of all sites: the ends are those of their rows, whatever failed at one of them.
function sitesLegend(context: Context, of: "curves" | "worlds"): HTMLElement {
  const { meta, words, state } = context;
  const rows = meta.sites.map((_, i) => rowOf(context, i)).filter((row) => !isCounted(row, state.variant));
  return legend(
    context,
    [
      { kind: "without", text: words.say("page.without_measures") },
      ...(state.variant > 0 ? [{ kind: "with" as const, text: meta.variants[state.variant]!.title }] : []),
    ],
    rows.length === 0 ? null : endsOf(rows.flatMap((row) => [row.variants[0]!, row.variants[state.variant]!])),
    of,
  );
}

function sitesTable(context: Context): TableOf {
  const { meta, words, state } = context;
  const first = meta.sites[0]!.name;
  return {
    caption: words.say("page.compare.table"),
    head: [
      words.say("page.column.site"),
      words.say("page.column.worlds"),
      words.say("page.column.from_first", { site: first }),
      words.say("page.column.stand_ins_with", { site: first }),
      words.say("page.column.answer"),
    ],
    rows: meta.sites.map((site, i) => {
      const between = rowOf(context, i).between[state.variant];
      const text = between?.text[words.language] ?? [rowOf(context, i).variants[state.variant]!.text[words.language][0], "", "", ""];
      return [
        site.name,
        { text: text[0], kind: "number" as const },
        { text: text[1], kind: "number" as const },
        { text: text[2], kind: "number" as const },
        i > 0 && between && !between.sufficient ? { text: text[3], kind: "unsure" as const } : text[3],
      ];
    }),
  };
}

/// What converges over all sites, and what does not: the answers of the tables, counted. Without answers, nothing.
function convergence(context: Context): HTMLElement | null {
  const { meta, words, state } = context;
  if (state.variant === 0 || meta.sites.length < 2) return null;
  const names = new Map<string, string[]>();
  meta.sites.forEach((site, i) => {
    const compared = rowOf(context, i).compared[state.variant - 1]!;
    if (compared.verdict === null) return;
    const answer = compared.text[words.language][6];
    names.set(answer, [...(names.get(answer) ?? []), site.name]);
  });
  if (names.size === 0) return null;
  return section(
    words.say("page.converge"),
    h(
      "ul",
      {},
      ...[...names].map(([answer, sites]) =>
        h("li", {}, words.say("page.converge.answer", { answer, count: sites.length, sites: meta.sites.length, names: sites.join(", ") })),
      ),
    ),
    h("p", { class: "hint" }, words.say("page.converge.note")),
  );
}

/// Why a row of effects has no dot.
function effectNote(context: Context, compared: ComparedRow): string {
  const { words } = context;
  if (compared.rare) return compared.text[words.language][2];
  return words.say(compared.crisis === "hidden" ? "page.equity.hidden" : "page.no_value");
}

function effectsCard(context: Context): HTMLElement | null {
  const { meta, words, state } = context;
  if (state.variant === 0) return null;
  const indicator = meta.indicators[state.indicator]!;
  const heading = words.say("page.effects", { label: labelOf(context, indicator), variant: meta.variants[state.variant]!.title });
  const rows: DotRow[] = meta.sites.map((site, i) => {
    const compared = rowOf(context, i).compared[state.variant - 1]!;
    return { label: site.name, dots: compared.rare ? [] : effectDot(compared.crisis), note: effectNote(context, compared) };
  });
  const svg = dotChart({
    words,
    width: context.width,
    base: context.base,
    unit: indicator.unit,
    difference: true,
    title: heading,
    description: meta.sites.map((site, i) => `${site.name}${words.colon()}${rowOf(context, i).compared[state.variant - 1]!.text[words.language][2]}.`).join(" "),
    rows,
  });
  const head = ["site", "without", "with", "crisis", "everyday", "interaction", "better_in", "answer"];
  const figure = figureElement(
    context,
    {
      id: "effects",
      heading,
      svg,
      caption: words.say(allCounted(context) ? "page.compare.counted_caption" : "page.effects.caption"),
      difference: true,
      table: () => ({
        caption: heading,
        head: head.map((key) => words.say(`page.column.${key}`)),
        rows: meta.sites.map((site, i) => [
          site.name,
          ...rowOf(context, i).compared[state.variant - 1]!.text[words.language].map((text, k): Cell => ({ text, kind: k < 6 ? "number" : undefined })),
        ]),
      }),
      open: true,
    },
    "h2",
  );
  return h("section", { class: "card" }, figure, resilienceTable(context));
}

function resilienceTable(context: Context): HTMLElement | null {
  const { meta, words, state } = context;
  const rows = meta.sites.flatMap((site, i) => {
    const resilience = rowOf(context, i).compared[state.variant - 1]!.resilience?.[words.language];
    return resilience ? [[site.name, ...resilience.map((text): Cell => ({ text, kind: "number" }))]] : [];
  });
  if (rows.length === 0) return null;
  const head = ["site", "loss_median", "loss_difference", "depth", "to_90", "to_95", "not_recovered"];
  return h(
    "div",
    {},
    h("h3", {}, words.say("page.resilience")),
    h("p", { class: "hint" }, words.say("page.resilience.hint")),
    table(words.say("page.resilience"), head.map((key) => words.say(`page.column.${key}`)), rows, true),
  );
}

/// With several variants: how often each is the best of a site.
function ranksCard(context: Context): HTMLElement | null {
  const { meta, words } = context;
  if (meta.variants.length < 3 || !rowOf(context, 0).best?.length) return null;
  return section(
    words.say("page.ranks"),
    h("p", { class: "hint" }, words.say("page.ranks.hint")),
    table(
      words.say("page.ranks"),
      [words.say("page.column.site"), ...meta.variants.map((_, i) => variantTitle(context, i))],
      meta.sites.map((site, i) => [
        site.name,
        ...(rowOf(context, i).best ?? []).map((share): Cell => ({ text: words.withUnit(words.number(100 * share, 0), "1"), kind: "number" })),
      ]),
      true,
    ),
  );
}

/// The same curves at every site, on one axis.
async function multiples(context: Context): Promise<HTMLElement> {
  const { meta, words, state, data } = context;
  const indicator = meta.indicators[state.indicator]!;
  const curves = await data.curves(state.indicator);
  const heading = words.say("page.multiples", { label: labelOf(context, indicator) });
  if (!curves) return section(heading, h("p", {}, words.say("page.chart.left_out")));
  const draws = meta.sites.some((_, i) => isCounted(rowOf(context, i), state.variant)) ? await data.draws(state.indicator) : null;
  const per = context.width < 560 ? 1 : context.width < 900 ? 2 : context.width < 1400 ? 3 : 4;
  const width = Math.floor((context.width - (per - 1) * 18) / per);
  const charts = meta.sites.map((site, i): FanChart => {
    const counted = isCounted(rowOf(context, i), state.variant);
    return {
      meta,
      words,
      width,
      height: 120,
      base: Math.round(context.base * 0.92),
      unit: indicator.unit,
      difference: false,
      title: `${labelOf(context, indicator)}, ${site.name}`,
      description: levelText(rowOf(context, i), state.variant, state.variant, indicator.unit, words),
      lines: linesOf(context, i, curves[i]!, { variant: state.variant, quiet: false, draws: counted ? (draws?.[i] ?? null) : null }),
      events: "marks",
      measures: false,
      variant: state.variant,
      compact: true,
    };
  });
  const domain = sharedDomain(charts);
  const cells = meta.sites.map((site, i) => {
    const chart = charts[i]!;
    const cell = (drawn: Element): HTMLElement => h("div", { class: "multiple" }, h("h3", {}, site.name), drawn);
    if (chart.lines.length === 0) return cell(h("p", {}, nothingToDraw(context, curves[i], state.variant, i)));
    return cell(fanChart({ ...chart, domain })?.svg ?? h("p", {}, chart.description));
  });
  return section(
    heading,
    sitesLegend(context, "curves"),
    h("div", { class: `multiples per-${per}` }, ...cells),
    h("p", { class: "hint" }, words.say("page.multiples.caption")),
  );
}

export async function compare(context: Context): Promise<HTMLElement> {
  const { words, meta } = context;
  await context.need([context.state.indicator]);
  const screen = h(
    "div",
    { class: "stack" },
    h("section", { class: "card row-of-fields", "aria-label": words.say("page.choices") }, indicatorField(context), variantField(context)),
    context.roomIsElsewhere ? h("p", { class: "card" }, words.say("page.compare.room")) : null,
  );
  const parts = [
    meta.sites.length > 1 ? h("section", { class: "card" }, sitesFigure(context), h("p", { class: "hint" }, words.say("sites.how_to_read"))) : h("p", { class: "card" }, words.say("sites.one")),
    convergence(context),
    effectsCard(context),
    ranksCard(context),
    await multiples(context),
  ];
  for (const part of parts) if (part) screen.append(part);
  return screen;
}
