// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The workshop: choose, guess, reveal, look at who gains and who loses, keep notes.

import { h, section, table, type Cell } from "../dom";
import { dotChart, effectDot } from "../charts/dots";
import { drawsShown, hasHidden, type Curves } from "../data";
import { bandsWords, chartDescription, endsOf, isCounted, levelText, resultSentence, warnings, type Warning } from "../sentences";
import {
  differenceFigure,
  fanFigure,
  figureElement,
  indicatorField,
  labelOf,
  linesLegend,
  linesOf,
  roomLine,
  rowOf,
  siteField,
  siteName,
  variantTitle,
  cannotSimulate,
  type Context,
  type Numbered,
} from "../context";
import { guessCard } from "./guess";
import { notesCard } from "./notes_card";
import { roomPanel, roomStatus } from "./room";
import { composedContext, drawnWith, foundContext } from "../live/findings";
import type { Annex, VariantRow } from "../model";
import { isRoom } from "../state";

/// What measures cost a commune and its volunteers.
const COSTS = [
  "commune.spent",
  "governance.operating_left",
  "governance.investment_left",
  "governance.volunteer_hours",
  "governance.volunteers_found",
  "governance.volunteer_fatigue",
  "governance.measures_starved",
];

/// What is said of volunteers where there are some.
const OF_VOLUNTEERS = ["governance.volunteers_found", "governance.volunteer_fatigue"];

/// Below this share of the volunteers that are needed (in percent, of the median draw), it is said.
const ENOUGH_VOLUNTEERS = 95;

/// What is found of an indicator with one variant, at the site that is looked at; null if the file does not have it.
function rowNamed(context: Context, name: string, variant: number): VariantRow | null {
  const i = context.meta.indicators.findIndex((indicator) => indicator.name === name);
  return i < 0 ? null : rowOf(context, context.state.site, i).variants[variant]!;
}

/// No measure at work asks for volunteers, in any draw.
const nobodyIsAsked = (context: Context, variant: number): boolean => rowNamed(context, "governance.volunteer_hours", variant)?.high === 0;

function variantFields(context: Context): HTMLElement {
  const { meta, words, state } = context;
  return h(
    "fieldset",
    { class: "variants" },
    h("legend", {}, words.say("page.measures")),
    ...meta.variants.map((variant, i) =>
      h(
        "div",
        { class: "choice" },
        h("input", {
          type: "radio",
          name: "variant",
          id: `variant-${i}`,
          checked: state.variant === i,
          onchange: () => context.chooseVariant(i),
        }),
        h(
          "label",
          { for: `variant-${i}` },
          variantTitle(context, i),
          variant.measures.length > 0 && state.variant === i
            ? h(
                "ul",
                {},
                ...variant.measures.map((measure) =>
                  h(
                    "li",
                    {},
                    `${measure.label[words.language]}, ${words.say("page.from", { date: words.shortDate(measure.day) })}`,
                  ),
                ),
              )
            : null,
        ),
      ),
    ),
    context.live ? roomChoice(context) : cannotSimulate(context),
  );
}

/// The last of the variants: what the room sets itself, simulated here.
function roomChoice(context: Context): HTMLElement {
  const { meta, words, state } = context;
  const at = meta.variants.length;
  return h(
    "div",
    { class: "choice" },
    h("input", {
      type: "radio",
      name: "variant",
      id: "variant-room",
      checked: state.variant === at,
      onchange: () => context.chooseVariant(at),
    }),
    h("label", { for: "variant-room" }, words.say("page.room"), h("small", {}, ` ${words.say("page.room.here")}`)),
  );
}

function showFields(context: Context): HTMLElement {
  const { words, state, meta } = context;
  const box = (id: string, text: string, checked: boolean, onchange: (on: boolean) => void): HTMLElement =>
    h(
      "div",
      { class: "choice" },
      h("input", {
        type: "checkbox",
        id,
        checked,
        onchange: (event) => onchange((event.target as HTMLInputElement).checked),
      }),
      h("label", { for: id }, text),
    );
  return h(
    "fieldset",
    {},
    h("legend", {}, words.say("page.show")),
    box("show-draws", words.say("page.show_draws", { count: drawsShown(meta) }), state.draws, (draws) => context.set({ draws })),
    box("show-quiet", words.say("page.show_quiet"), state.quiet, (quiet) => context.set({ quiet })),
    box("show-predict", words.say("page.show_predict"), state.predict, (predict) => context.set({ predict }, false)),
  );
}

function controls(context: Context, annex: Annex | null): HTMLElement {
  const { meta, words, state } = context;
  const indicator = meta.indicators[state.indicator]!;
  const side = indicator.better === "neither" ? "" : ` ${words.say(`page.better.${indicator.better}`)}`;
  return h(
    "section",
    { class: "controls card", "aria-label": words.say("page.choices") },
    h("h2", { class: "visually-hidden" }, words.say("page.choices")),
    siteField(context),
    indicatorField(context),
    h("p", { class: "hint" }, `${indicator.meaning[words.language].replace(/\.$/, "")}.${side}`),
    variantFields(context),
    context.live && isRoom(meta, state) ? roomPanel(context, context.live, state.room!, annex) : null,
    h(
      "p",
      { class: "buttons" },
      h(
        "button",
        { type: "button", id: "undo", disabled: !context.canUndo, onclick: () => context.undo() },
        words.say("page.undo"),
      ),
    ),
    showFields(context),
  );
}

function resultTiles(context: Context): HTMLElement {
  const { words, state, meta } = context;
  const indicator = meta.indicators[state.indicator]!;
  const row = rowOf(context);
  const compared = row.compared[state.variant - 1]!;
  const text = compared.text[words.language];
  const unit = words.differenceUnit(indicator.unit);
  // How often something happened has no unit.
  const level = (side: number): [string, string] => {
    if (compared.rare) return [text[side === 0 ? 0 : 1], ""];
    return [row.variants[side]!.text[words.language][0], row.variants[side]!.kind === "rare" ? "" : words.unit(indicator.unit)];
  };
  const tile = (name: string, value: string, note = "", kind = "tile"): HTMLElement => {
    const [middle, ends] = value.split(/ (?=\[)/);
    const parts = [note ? h("small", {}, ` ${note}`) : null, ends ? h("small", { class: "ends" }, ` ${ends}`) : null];
    return h("div", { class: kind }, h("dt", {}, name), h("dd", {}, middle!, ...parts));
  };
  return h(
    "dl",
    { class: "tiles" },
    tile(words.say("page.tile.without"), ...level(0)),
    tile(words.say("page.tile.with"), ...level(state.variant)),
    meta.room?.beside ? tile(words.say("page.tile.beside"), meta.room.beside, words.unit(indicator.unit), "tile beside") : null,
    tile(words.say("page.tile.crisis"), text[2], compared.rare ? "" : unit),
    tile(words.say("page.tile.everyday"), text[3], compared.rare_everyday ? "" : unit),
    indicator.primary ? tile(words.say("page.tile.answer"), text[6]) : null,
  );
}

function tilesNote(context: Context): string {
  const { meta, words, state } = context;
  const row = rowOf(context);
  if (isCounted(row, state.variant)) return words.say("page.tile.note_counted");
  const ends = words.say(`page.ends_${endsOf([row.variants[0]!, row.variants[state.variant]!])}`);
  return words.say(meta.shock_day === null ? "page.tile.note_all" : "page.tile.note", { ends });
}

function resultCard(context: Context): HTMLElement {
  const { meta, words, state } = context;
  const indicator = meta.indicators[state.indicator]!;
  const told = resultSentence(meta, words, indicator, rowOf(context), state.variant);
  return h(
    "section",
    { class: "card result", id: "result", tabindex: -1 },
    h("h2", {}, words.say("page.result")),
    h("p", { class: "sentence" }, told.main),
    h("p", { class: "levels" }, [told.levels, told.answer].filter(Boolean).join(" ")),
  );
}

const numbersCard = (context: Context): HTMLElement =>
  section(
    context.words.say("page.numbers"),
    resultTiles(context),
    h("p", { class: "hint" }, tilesNote(context)),
    context.meta.room?.changed ? h("p", { class: "hint" }, context.words.say("page.tile.beside_gone")) : null,
  );

/// Those that a comparison always shows, so that each aim is seen.
export const shownIndicators = (context: Context): number[] =>
  context.meta.indicators.flatMap((indicator, i) => (indicator.shown ? [i] : []));

/// At least one indicator of each aim beside the one that is looked at.
function aimsCard(context: Context): HTMLElement {
  const { meta, words, state } = context;
  const rows = shownIndicators(context).map((i): (string | Cell)[] => {
    const indicator = meta.indicators[i]!;
    const compared = rowOf(context, state.site, i).compared[state.variant - 1]!;
    const text = compared.text[words.language];
    const unit = words.unit(indicator.unit);
    return [
      labelOf(context, indicator) + (unit ? ` (${unit})` : ""),
      words.say(`aim.${indicator.aim}`),
      { text: text[0], kind: "number" },
      { text: text[1], kind: "number" },
      { text: text[2], kind: "number" },
      { text: text[5], kind: "number" },
      text[6],
    ];
  });
  return section(
    words.say("page.aims"),
    h("p", { class: "hint" }, words.say("page.aims_hint")),
    table(
      words.say("page.aims"),
      ["indicator", "aim", "without", "with", "crisis", "better_in", "answer"].map((key) => words.say(`page.column.${key}`)),
      rows,
      true,
    ),
  );
}

export function equityFigure(context: Context, id: string, kind: string, numbered?: Numbered): HTMLElement | null {
  const { meta, words, state } = context;
  const equity = rowOf(context).equity?.[state.variant - 1];
  const groups = meta.groups.map((group, i) => ({ group, i })).filter(({ group }) => group.kind === kind);
  if (!equity || groups.length === 0 || isCounted(rowOf(context), state.variant)) return null;
  const indicator = meta.indicators[state.indicator]!;
  const heading = words.say("page.equity.figure", {
    label: labelOf(context, indicator),
    kind: words.say(`page.group.${kind}`),
    site: siteName(context),
  });
  const rows = groups.map(({ group, i }) => {
    const crisis = equity.groups[i]!.crisis;
    return {
      label: group.label[words.language],
      dots: effectDot(crisis),
      note: words.say(crisis === "hidden" ? "page.equity.hidden" : "page.equity.absent"),
    };
  });
  if (rows.every((row) => row.dots.length === 0)) return null;
  const svg = dotChart({
    words,
    width: context.width,
    base: context.base,
    unit: indicator.unit,
    difference: true,
    title: heading,
    description: rows
      .map((row, k) => `${row.label}${words.colon()}${equity.groups[groups[k]!.i]!.text[words.language][0]}.`)
      .join(" "),
    rows,
  });
  return figureElement(context, {
    id,
    heading: numbered ? numbered(heading) : heading,
    svg,
    caption: words.say("page.equity.caption"),
    sourced: numbered !== undefined,
    table: () => ({
      caption: heading,
      head: [words.say("page.column.group"), words.say("page.column.crisis"), words.say("page.column.loss")],
      rows: groups.map(({ group, i }) => [
        group.label[words.language],
        { text: equity.groups[i]!.text[words.language][0], kind: "number" },
        { text: equity.groups[i]!.text[words.language][1] || "–", kind: "number" },
      ]),
    }),
    open: true,
    difference: true,
  });
}

function equityCard(context: Context): HTMLElement | null {
  const { meta, words, state } = context;
  const kinds = [...new Set(meta.groups.map((group) => group.kind))];
  const figures = kinds.map((kind) => equityFigure(context, `groups-${kind}`, kind));
  if (figures.every((figure) => figure === null)) {
    const key = isCounted(rowOf(context), state.variant) ? "page.equity.rare" : "page.equity.none";
    return section(words.say("page.equity"), h("p", {}, words.say(key)));
  }
  const shares = rowOf(context).equity?.[state.variant - 1]?.shares?.[words.language];
  return section(
    words.say("page.equity"),
    shares && !shares[3].startsWith("–") ? h("p", {}, words.say("page.equity.shares", { poorest: shares[0], richest: shares[1], borne: shares[3] })) : null,
    figures[0],
    figures.length > 1
      ? h("details", { id: "equity-more" }, h("summary", {}, words.say("page.equity.more")), ...figures.slice(1))
      : null,
  );
}

export const costIndicators = (context: Context): number[] =>
  COSTS.map((name) => context.meta.indicators.findIndex((indicator) => indicator.name === name)).filter((i) => i >= 0);

function costsHint(context: Context): string {
  const { words, state } = context;
  const rows = costIndicators(context).flatMap((i) => [0, state.variant].map((variant) => rowOf(context, state.site, i).variants[variant]!));
  const rare = rows.find((row) => row.kind === "rare");
  return words.say("page.costs_hint") + (rare ? ` ${words.say("page.costs_rare", { count: rare.count })}` : "");
}

export function costsTable(context: Context): HTMLElement | null {
  const { meta, words, state } = context;
  const found = costIndicators(context);
  if (found.length === 0) return null;
  return table(
    words.say("page.costs"),
    [words.say("page.column.indicator"), words.say("page.column.without"), words.say("page.column.with")],
    found.map((i) => {
      const indicator = meta.indicators[i]!;
      const row = rowOf(context, state.site, i);
      const unit = words.unit(indicator.unit);
      const cell = (variant: number): Cell => {
        const none = OF_VOLUNTEERS.includes(indicator.name) && nobodyIsAsked(context, variant);
        return { text: none ? "–" : row.variants[variant]!.text[words.language][0], kind: "number" };
      };
      return [labelOf(context, indicator) + (unit ? ` (${unit})` : ""), cell(0), cell(state.variant)];
    }),
    true,
  );
}

/// Volunteers who do not come: a larger measure asks for more of the same people, and all measures share those who come.
function volunteersWarning(context: Context): Warning | null {
  const { words, state } = context;
  const row = rowNamed(context, "governance.volunteers_found", state.variant);
  if (row?.median === undefined || row.median >= ENOUGH_VOLUNTEERS || nobodyIsAsked(context, state.variant)) return null;
  const share = words.withUnit(row.text[words.language][1], "1");
  return { what: words.say("page.warn.volunteers", { share }), why: words.say("page.warn.volunteers.why") };
}

/// Measures that were taken and stand still, for want of money or of volunteers.
function standstillWarning(context: Context): Warning | null {
  const { words, state } = context;
  const row = rowNamed(context, "governance.measures_starved", state.variant);
  if (!row || row.occurrences === 0) return null;
  const fill = { count: row.occurrences, draws: row.count };
  return { what: words.say("page.warn.standstill", fill), why: words.say("page.warn.standstill.why") };
}

/// What measures lack to do what is planned of them.
export const measureWarnings = (context: Context): Warning[] =>
  context.state.variant === 0 ? [] : [standstillWarning(context), volunteersWarning(context)].filter((warning) => warning !== null);

export const warningsList = (list: Warning[]): HTMLElement => h("ul", {}, ...list.map(({ what, why }) => h("li", {}, h("strong", {}, what), " ", why)));

/// Before the answer is revealed, what may be known of the site alone.
function warningsCard(context: Context, revealed: boolean): HTMLElement {
  const { meta, words, state } = context;
  const list = warnings(meta, words, state.site, meta.indicators[state.indicator]!, rowOf(context), revealed ? state.variant : 0);
  if (revealed) list.unshift(...measureWarnings(context));
  return h(
    "section",
    { class: "card warnings" },
    h("h2", {}, words.say("page.warnings")),
    warningsList(list),
  );
}

/// What is said where no curve can be drawn.
export function nothingToDraw(context: Context, curves: Curves | undefined, variant: number, site = context.state.site): string {
  const { words } = context;
  const row = rowOf(context, site);
  if (!curves) return words.say("page.chart.left_out");
  if (isCounted(row, variant)) return words.say("page.chart.rare_left_out", { text: levelText(row, 0, variant, "", words) });
  const fans = [curves.crisis[0]!, curves.crisis[variant]!];
  return words.say(fans.some(hasHidden) ? "page.chart.all_hidden" : "page.chart.nothing");
}

async function mainFigure(context: Context, revealed: boolean): Promise<HTMLElement> {
  const { meta, words, state, data } = context;
  const indicator = meta.indicators[state.indicator]!;
  const row = rowOf(context);
  const variant = revealed ? state.variant : 0;
  const heading = `${labelOf(context, indicator)}, ${siteName(context)}`;
  const all = await data.curves(state.indicator);
  const curves = all?.[state.site];
  const needsDraws = state.draws || isCounted(row, variant);
  const draws = needsDraws ? await data.draws(state.indicator) : null;
  const lines = curves ? linesOf(context, state.site, curves, { variant, quiet: state.quiet, draws: draws?.[state.site] ?? null }) : [];
  if (!curves || lines.length === 0) return section(heading, h("p", {}, nothingToDraw(context, curves, variant)));
  const variants = variant > 0 ? [0, variant] : [0];
  const caption = [bandsWords(words, row, variants)];
  if (lines.some((line) => line.kind === "quiet")) caption.push(words.say("page.chart.quiet"));
  if (needsDraws && draws) caption.push(words.say("page.chart.draws", { count: drawsShown(meta) }));
  if (needsDraws && !draws) caption.push(words.say("page.chart.draws_left_out"));
  const figure = fanFigure(
    context,
    {
      id: "curves",
      heading,
      caption: caption.join(" "),
      lines,
      difference: false,
      decimals: curves.decimals,
      height: Math.round(Math.max(170, Math.min(300, window.innerHeight * 0.27))),
      variant,
      description: chartDescription(meta, words, row, variants),
    },
    "h2",
  );
  figure.querySelector("figcaption")!.before(linesLegend(context, lines, variant));
  return h("section", { class: "card" }, figure);
}

async function differenceCard(context: Context): Promise<HTMLElement | null> {
  const curves = (await context.data.curves(context.state.indicator))?.[context.state.site];
  const figure = curves ? differenceFigure(context, curves, { id: "difference", height: 150 }, "h2") : null;
  return figure && h("section", { class: "card" }, figure);
}

/// What is found of the variant that is chosen: the file's, or what the room's simulation has found so far.
export async function findings(context: Context): Promise<HTMLElement> {
  const { live, meta, state } = context;
  if (!live || !isRoom(meta, state)) return h("div", { id: "findings" }, ...(await cards(context)));
  await context.need([state.indicator]); // the file's, to be seen beside the room's
  const found = foundContext(context, live, state.room!, await context.data.annex());
  const drawn = await drawnWith(live, found, cards);
  if (drawn) return h("div", { id: "findings" }, ...drawn);
  const before = { ...context, state: { ...state, variant: 0 } };
  const hint = h("p", { class: "hint" }, context.words.say("page.room.before"));
  return h("div", { id: "findings" }, hint, await mainFigure(before, true));
}

async function cards(context: Context): Promise<HTMLElement[]> {
  const { words, state } = context;
  const revealed = state.variant === 0 || context.revealed();
  const beside = revealed && state.variant > 0 ? [...shownIndicators(context), ...costIndicators(context)] : [];
  await context.need([state.indicator, ...beside]);
  const told = revealed && state.variant > 0;
  const parts: (HTMLElement | null)[] = [revealed ? null : guessCard(context), told ? resultCard(context) : null];
  parts.push(await mainFigure(context, revealed));
  if (told) {
    parts.push(guessCard(context), numbersCard(context));
    parts.push(await differenceCard(context), aimsCard(context), equityCard(context));
    const costs = costsTable(context);
    if (costs) {
      parts.push(section(words.say("page.costs"), h("p", { class: "hint" }, costsHint(context)), costs));
    }
  }
  parts.push(warningsCard(context, revealed));
  return parts.filter((part) => part !== null);
}

export async function atelier(context: Context): Promise<HTMLElement> {
  const { live, meta, state } = context;
  const room = live !== null && isRoom(meta, state);
  const annex = room ? await context.data.annex() : null;
  const found = await findings(context); // before the status: it may be what fails
  const composed = room ? roomLine(composedContext(context, live, state.room!, annex)) : "";
  const main = h("div", { class: "results" }, room ? roomStatus(context, live) : null, found, notesCard(context, composed));
  return h("div", { class: "atelier" }, controls(context, annex), main);
}
