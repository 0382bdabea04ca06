// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The story on paper: context, shock, choices, result, limits. It prints on A4.

import { h, table, type Cell } from "../dom";
import { bandsWords, chartDescription, isCounted, resultSentence, warnings } from "../sentences";
import type { Action } from "../model";
import { differenceFigure, fanFigure, indicatorField, labelOf, linesLegend, linesOf, rowOf, selectField, siteField, siteName, sourceLine, variantTitle, type Context, type Numbered } from "../context";
import { costIndicators, costsTable, equityFigure, measureWarnings, nothingToDraw, shownIndicators, warningsList } from "./atelier";
import { limitsList } from "./method";
import { drawnWith, foundContext } from "../live/findings";
import { isRoom } from "../state";

function actionsTable(context: Context, caption: string, actions: Action[]): HTMLElement {
  const { words } = context;
  return table(
    caption,
    [words.say("page.column.what"), words.say("page.column.start"), words.say("page.column.duration")],
    actions.map((action) => [action.label[words.language], words.date(action.day), action.duration[words.language] || words.say("page.to_the_end")]),
    true,
  );
}

function step(context: Context, key: string, ...children: (Node | null)[]): HTMLElement {
  return h("section", { class: "step" }, h("h2", {}, context.words.say(`page.report.${key}`)), ...children);
}

function contextStep(context: Context): HTMLElement {
  const { meta, words, state } = context;
  const site = meta.sites[state.site]!;
  return step(
    context,
    "context",
    meta.narrative ? h("p", { class: "narrative" }, meta.narrative.trim()) : null,
    meta.narrative && meta.room ? h("p", {}, words.say("page.report.narrative_room")) : null,
    h("p", {}, words.say("page.report.site", { site: site.name, insee: site.insee, start: words.date(0), end: words.date(meta.days - 1), replicates: meta.replicates })),
    h("p", {}, site.quality_text[words.language]),
  );
}

async function figures(context: Context): Promise<HTMLElement[]> {
  const { meta, words, state, data } = context;
  const label = labelOf(context, meta.indicators[state.indicator]!);
  const curves = (await data.curves(state.indicator))?.[state.site];
  const row = rowOf(context);
  const found: HTMLElement[] = [];
  let count = 0;
  const numbered: Numbered = (heading) => words.say("page.report.figure", { number: ++count, heading });
  const draws = isCounted(row, state.variant) ? await data.draws(state.indicator) : null;
  const lines = curves ? linesOf(context, state.site, curves, { variant: state.variant, quiet: false, draws: draws?.[state.site] ?? null }) : [];
  const variants = state.variant > 0 ? [0, state.variant] : [0];
  if (!curves || lines.length === 0) {
    found.push(h("p", {}, nothingToDraw(context, curves, state.variant)));
  } else {
    const figure = fanFigure(context, {
      id: "report-curves",
      heading: numbered(`${label}, ${siteName(context)}`),
      caption: bandsWords(words, row, variants),
      lines,
      difference: false,
      decimals: curves.decimals,
      height: 190,
      variant: state.variant,
      description: chartDescription(meta, words, row, variants),
      printed: true,
    });
    figure.querySelector("figcaption")!.before(linesLegend(context, lines, state.variant));
    found.push(figure);
    const difference = differenceFigure(context, curves, { id: "report-difference", height: 120, numbered });
    if (difference) found.push(difference);
  }
  const equity = state.variant > 0 ? equityFigure(context, "report-equity", "income", numbered) : null;
  if (equity) found.push(equity);
  return found;
}

/// What a room's simulation is, and what it has changed beside measures.
function roomNotes(context: Context): HTMLElement {
  const { meta, words, state } = context;
  const said = warnings(meta, words, state.site, meta.indicators[state.indicator]!, rowOf(context), state.variant);
  const keys = ["room", "contested", "shocks", "no_shock"].map((key) => words.say(`page.warn.${key}.why`));
  return warningsList(said.filter(({ why }) => keys.includes(why)));
}

function aimsTable(context: Context): HTMLElement {
  const { meta, words, state } = context;
  return table(
    words.say("page.aims"),
    ["indicator", "aim", "without", "with", "crisis", "answer"].map((key) => words.say(`page.column.${key}`)),
    shownIndicators(context).map((i): (string | Cell)[] => {
      const indicator = meta.indicators[i]!;
      const text = rowOf(context, state.site, i).compared[state.variant - 1]!.text[words.language];
      const unit = words.unit(indicator.unit);
      return [
        labelOf(context, indicator) + (unit ? ` (${unit})` : ""),
        words.say(`aim.${indicator.aim}`),
        ...[text[0], text[1], text[2]].map((value): Cell => ({ text: value, kind: "number" })),
        text[6],
      ];
    }),
    true,
  );
}

async function resultStep(context: Context): Promise<HTMLElement> {
  const { meta, words, state } = context;
  const children: (Node | null)[] = [];
  if (state.variant > 0) {
    const told = resultSentence(meta, words, meta.indicators[state.indicator]!, rowOf(context), state.variant);
    children.push(h("p", { class: "sentence" }, told.main), h("p", {}, told.levels), told.answer ? h("p", {}, told.answer) : null);
    if (!meta.indicators[state.indicator]!.primary) {
      children.push(h("p", {}, `${words.say("page.warn.exploratory")} ${words.say("page.warn.exploratory.why")}`));
    }
  }
  children.push(...(await figures(context)));
  if (state.variant > 0) {
    children.push(h("h3", {}, words.say("page.aims")), aimsTable(context));
    const costs = costsTable(context);
    if (costs) children.push(h("h3", {}, words.say("page.costs")), costs);
    const missing = measureWarnings(context);
    if (missing.length > 0) children.push(warningsList(missing));
  }
  return step(context, "result", ...children);
}

/// The paper tells what is chosen in the workshop; what a room has simulated too, once there is something.
export async function report(shown: Context): Promise<HTMLElement> {
  const { live } = shown;
  const room = isRoom(shown.meta, shown.state);
  const found = live && room ? foundContext(shown, live, shown.state.room!, await shown.data.annex()) : null;
  const drawn = live && (await drawnWith(live, found, (context) => paper(context, shown)));
  if (drawn) return drawn;
  const last = shown.meta.variants.length - 1;
  return paper(room ? { ...shown, state: { ...shown.state, variant: last } } : shown, shown);
}

async function paper(context: Context, shown: Context): Promise<HTMLElement> {
  const { meta, words, state, notes } = context;
  await context.need([state.indicator, ...shownIndicators(context), ...costIndicators(context)]);
  const measures = meta.variants[state.variant]!.measures;
  const options = shown.meta.variants.map((_, i) => ({ value: String(i), text: variantTitle(shown, i) }));
  if (shown.live && shown.state.room) options.push({ value: String(shown.meta.variants.length), text: words.say("page.room") });
  const chosen = meta.room ? shown.meta.variants.length : state.variant;
  const fields = h(
    "section",
    { class: "card row-of-fields no-print", "aria-label": words.say("page.choices") },
    siteField(context),
    indicatorField(context),
    selectField("variant", words.say("page.measures"), options, String(chosen), (value) => context.chooseVariant(Number(value))),
    h("p", { class: "buttons" }, h("button", { type: "button", class: "primary", onclick: () => window.print() }, words.say("page.report.print"))),
  );
  return h(
    "div",
    { class: "stack" },
    fields,
    shown.live && isRoom(shown.meta, shown.state) && !meta.room ? h("p", { class: "card no-print" }, words.say("page.report.room_missing")) : null,
    h(
      "article",
      { class: "card paper" },
      h("h2", { class: "paper-title" }, meta.title),
      h("p", { class: "paper-subtitle" }, `${siteName(context)} – ${words.say("warning.exploration")}`),
      contextStep(context),
      step(context, "shock", meta.shocks.length > 0 ? actionsTable(context, words.say("page.report.shock"), meta.shocks) : h("p", {}, words.say("page.report.no_shock"))),
      step(
        context,
        "choices",
        h("p", {}, variantTitle(context, state.variant)),
        measures.length > 0 ? actionsTable(context, words.say("page.report.choices"), measures) : null,
        meta.room ? roomNotes(context) : null,
      ),
      await resultStep(context),
      step(context, "limits", limitsList(context)),
      notes.list.length > 0 ? step(context, "notes", h("ul", {}, ...notes.list.map((note) => h("li", {}, `${note.text} (${note.at})`)))) : null,
      h("p", { class: "hint" }, sourceLine(context), " ", meta.sites[state.site]!.credits.join(" ; ")),
    ),
  );
}
