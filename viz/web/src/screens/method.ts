// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Where numbers come from, what was assumed, and what the model cannot say.

import { h, section, table, type Cell } from "../dom";
import type { Annex } from "../model";
import { labelOf, siteField, siteName, type Context } from "../context";

const LIMITS = 8;

export function limitsList(context: Context): HTMLElement {
  return h("ul", {}, ...Array.from({ length: LIMITS }, (_, i) => h("li", {}, context.words.say(`page.limits.${i + 1}`))));
}

function dataSection(context: Context, annex: Annex | null): HTMLElement {
  const { meta, words, state } = context;
  const site = meta.sites[state.site]!;
  const percent = (share: number): string => words.withUnit(words.number(100 * share, 0), "1");
  const quality = table(
    words.say("page.method.quality", { site: site.name }),
    [words.say("page.column.theme"), words.say("page.column.mark"), words.say("page.column.stand_ins")],
    site.quality.map((row) => [
      words.knows(`theme.${row.theme}`) ? words.say(`theme.${row.theme}`) : row.theme,
      words.knows(`mark.${row.mark}`) ? words.say(`mark.${row.mark}`) : row.mark,
      { text: percent(row.stand_in_share), kind: "number" as const },
    ]),
  );
  const fit = annex?.fit[state.site]?.[words.language];
  const fitTable =
    fit && fit.rows.length > 0
      ? table(
          words.say("page.method.fit"),
          [words.say("column.margin"), words.say("column.known"), words.say("column.drawn"), words.say("column.gap")],
          fit.rows.map(([margin, ...texts]) => [margin, ...texts.map((text): Cell => ({ text, kind: "number" }))]),
        )
      : null;
  const guessed = fit?.guessed ? h("p", { class: "hint" }, words.say("page.method.guessed", { margins: fit.guessed })) : null;
  return section(words.say("page.method.data", { site: site.name }), h("p", {}, words.say("page.method.data_hint")), quality, fitTable, guessed);
}

/// Each assumption with its range: what a room may contest, and the contest goes to the notes.
function assumptionsSection(context: Context, annex: Annex | null): HTMLElement {
  const { words, notes } = context;
  const parameters = annex?.parameters ?? [];
  const body = h("div", {});
  const count = h("p", { role: "status", class: "hint" });
  const write = (value: number | null, unit: string): string => (value === null ? "–" : words.amount(value, unit));
  const show = (wanted: string): void => {
    const isWanted = words.finder(wanted);
    const found = parameters.filter((row) => isWanted(`${row.name} ${row.meaning[words.language]} ${row.source[words.language]}`));
    count.textContent = words.found(found.length, parameters.length);
    const contest = (name: string): HTMLElement =>
      h(
        "button",
        {
          type: "button",
          class: "small",
          "aria-label": `${words.say("page.method.contest")}${words.colon()}${name}`,
          onclick: (event) => {
            const said = words.say("page.method.contested", { name });
            if (!notes.has(siteName(context), said)) notes.add(siteName(context), said);
            (event.currentTarget as HTMLElement).textContent = words.say("page.method.contest_noted");
            context.announce(words.say("page.method.contest_kept"));
          },
        },
        words.say("page.method.contest"),
      );
    const frame = table(
      words.say("page.method.assumptions"),
      ["meaning", "range", "source"].map((key) => words.say(`page.column.${key}`)).concat(words.say("page.method.contest")),
      found.map((row) => [
        row.meaning[words.language],
        { text: `${write(row.low, row.unit)} – ${write(row.high, row.unit)}`, kind: "number" as const },
        row.source[words.language],
        "",
      ]),
      true,
    );
    frame.querySelectorAll("tbody tr").forEach((line, i) => line.lastElementChild!.append(contest(found[i]!.meaning[words.language])));
    body.replaceChildren(frame);
  };
  show("");
  const field = h("input", { type: "search", id: "filter", oninput: (event) => show((event.target as HTMLInputElement).value) });
  return section(
    words.say("page.method.assumptions"),
    h("p", {}, words.say(context.meta.fixed_parameters ? "page.method.assumptions_fixed" : "page.method.assumptions_hint")),
    h(
      "details",
      {},
      h("summary", {}, words.say("page.method.assumptions_open", { count: parameters.length })),
      h("p", { class: "field" }, h("label", { for: "filter" }, words.say("page.method.filter")), field),
      count,
      body,
    ),
  );
}

function indicatorsSection(context: Context): HTMLElement {
  const { meta, words } = context;
  return section(
    words.say("page.method.indicators"),
    h(
      "details",
      {},
      h("summary", {}, words.say("page.method.indicators_open", { count: meta.indicators.length })),
      table(
        words.say("page.method.indicators"),
        ["indicator", "unit", "meaning", "side", "window"].map((key) => words.say(`page.column.${key}`)),
        meta.indicators.map((indicator): (string | Cell)[] => [
          labelOf(context, indicator),
          words.unit(indicator.unit),
          indicator.meaning[words.language],
          indicator.better === "neither" ? "–" : words.say(`better.${indicator.better}`),
          words.say(`page.method.reading.${indicator.reading}`),
        ]),
        true,
      ),
    ),
  );
}

function sourcesSection(context: Context, annex: Annex | null): HTMLElement {
  const { meta, words } = context;
  const facts: [string, string][] = [
    ["version", `Essaim ${meta.version}, ${meta.commit}`],
    ["seed", meta.seed],
    ["created", meta.created],
    ["command", meta.command],
    ["scenario", meta.scenario_sha256],
    ["result", meta.result_sha256],
  ];
  return section(
    words.say("page.method.sources"),
    h("pre", { class: "cite", tabindex: 0, role: "region", "aria-label": words.say("page.method.sources") }, annex?.cite[words.language] ?? ""),
    h("h3", {}, words.say("page.method.again")),
    h("p", {}, words.say("page.method.again_hint")),
    h("dl", { class: "facts" }, ...facts.flatMap(([key, value]) => [h("dt", {}, words.say(`page.method.${key}`)), h("dd", {}, value)])),
    annex?.scenario
      ? h("details", {}, h("summary", {}, words.say("page.method.scenario_file")), h("pre", { tabindex: 0, role: "region", "aria-label": words.say("page.method.scenario_file") }, annex.scenario))
      : null,
  );
}

export async function method(context: Context): Promise<HTMLElement> {
  const { meta, words, data } = context;
  const annex = await data.annex();
  const left = meta.contents.left_out.length;
  return h(
    "div",
    { class: "stack" },
    section(words.say("page.method.what"), h("p", {}, words.say("page.method.what_text")), h("p", {}, words.say("page.method.draws")), h("p", {}, meta.uncertainty[words.language])),
    section(words.say("page.limits"), limitsList(context)),
    h("div", { class: "card row-of-fields" }, siteField(context)),
    dataSection(context, annex),
    assumptionsSection(context, annex),
    indicatorsSection(context),
    sourcesSection(context, annex),
    left > 0 ? section(words.say("page.method.left_out"), h("p", {}, words.say("page.method.left_out_text", { count: left }))) : null,
  );
}
