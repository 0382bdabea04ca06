// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What the page says of a result in whole sentences. Numbers come written: the same as the commands print.

import type { ComparedRow, Indicator, Meta, SiteRow, VariantRow, Worlds } from "./model";
import type { Words } from "./format";
import { QUANTILE_DRAWS } from "./data";

export interface Told {
  main: string; // the sentence to read aloud
  levels: string; // with, without, and how far apart draw by draw
  answer: string; // why it is none, where the direction alone would promise one
}

/// A rare event is counted, no more: no median, no band, no unit. viz/term/compare_words.h decides; without measures
/// alone, the row itself says it.
export const isCounted = (row: SiteRow, variant: number): boolean =>
  variant === 0 ? row.variants[0]!.kind === "rare" : row.compared[variant - 1]!.rare;

/// "3/20": in how many draws it happened.
const happened = (row: VariantRow): string => `${row.occurrences}/${row.count}`;

/// What the ends of bands and whiskers are, which depends on how many draws have a value: some may have failed.
export type Ends = "quantiles" | "extremes" | "mixed";

export function endsOf(rows: Worlds[]): Ends {
  const few = new Set(rows.filter((row) => row.count > 0).map((row) => isFew(row)));
  return few.size > 1 ? "mixed" : few.has(true) ? "extremes" : "quantiles";
}

export const isFew = (row: Worlds): boolean => (row.kind === "interval" ? false : row.kind === "extremes" || row.count < QUANTILE_DRAWS);

/// "20 of the 20 simulations tried, chance and uncertain assumptions included"
export function drawsWords(meta: Meta, words: Words): string {
  if (meta.room && meta.room.contested.length > 0) return words.say("page.draws.contested");
  return words.say(meta.fixed_parameters ? "page.draws.chance" : "page.draws.both");
}

/// The level of one side of a comparison, with its unit if it has one.
export function levelText(row: SiteRow, side: number, variant: number, unit: string, words: Words): string {
  const one = row.variants[side]!;
  if (isCounted(row, variant)) return happened(one);
  const text = one.text[words.language][1];
  return one.kind === "rare" || one.hidden ? text : words.withUnit(text, unit);
}

/// The mean of differences is not the difference of medians: both are said, each by its name.
function levelsSentence(row: SiteRow, variant: number, title: string, unit: string, words: Words): string {
  const counted = isCounted(row, variant);
  const medians = !counted && [row.variants[0]!, row.variants[variant]!].every((one) => one.kind !== "rare" && !one.hidden);
  const said = words.say(`page.sentence.levels${counted ? "_rare" : medians ? "_median" : ""}`, {
    variant: title,
    with: levelText(row, variant, variant, unit, words),
    without: levelText(row, 0, variant, unit, words),
  });
  const compared = row.compared[variant - 1];
  if (counted || !compared?.text[words.language][2] || !Array.isArray(compared.crisis)) return said;
  const difference = `${compared.text[words.language][2]} ${words.differenceUnit(unit)}`.trim();
  return `${said} ${words.say("page.sentence.difference", { difference })}`;
}

function answerSentence(indicator: Indicator, compared: ComparedRow, words: Words): string {
  const known = indicator.matters && (compared.verdict === "undecided" || compared.verdict === "no_effect");
  return known ? words.say(`page.answer.${compared.verdict}`, { matters: indicator.matters![words.language] }) : "";
}

/// A mean difference below a hundredth of the level without measures; told from numbers, not from how many digits are shown.
const isBelowHundredth = ({ crisis }: ComparedRow, without: VariantRow): boolean =>
  Array.isArray(crisis) && !!without.median && Math.abs(crisis[0]) < Math.abs(without.median) / 100;

export function resultSentence(
  meta: Meta,
  words: Words,
  indicator: Indicator,
  row: SiteRow,
  variant: number,
): Told {
  const compared = row.compared[variant - 1];
  const title = meta.variants[variant]!.title;
  const levels = levelsSentence(row, variant, title, indicator.unit, words);
  const soFar = meta.room?.partial ? [words.say("page.sentence.so_far", meta.room.partial)] : [];
  const whole = (...sentences: string[]): string => [...sentences, ...soFar].join(" ");
  if (!compared || compared.pairs === 0) return { main: whole(words.say("page.sentence.none")), levels, answer: "" };
  const { better, worse, pairs } = compared;
  const same = pairs - better - worse;
  const fill = { runs: pairs, draws: drawsWords(meta, words), count: Math.max(better, worse), better, worse, same };
  const answer = answerSentence(indicator, compared, words);
  if (indicator.better === "neither") return { main: whole(words.say("page.sentence.neutral", fill)), levels, answer };
  let key = "page.sentence.same";
  if (better > 0 && worse > 0) key = "page.sentence.split";
  else if (better > 0) key = "page.sentence.better";
  else if (worse > 0) key = "page.sentence.worse";
  const said = [words.say(key, fill)];
  if (same > 0 && same < pairs) said.push(words.say("page.sentence.rest", fill));
  // A direction that all draws share may still be too small to count: the sentence that is read aloud says so.
  if (answer && same < pairs) said.push(words.say(`page.sentence.but_${compared.verdict}`));
  else if (!compared.rare && same < pairs && isBelowHundredth(compared, row.variants[0]!)) said.push(words.say("page.sentence.below_hundredth"));
  return { main: whole(...said), levels, answer };
}

/// What the chart of one site shows, for who cannot see it.
export function chartDescription(
  meta: Meta,
  words: Words,
  row: SiteRow,
  variants: number[],
): string {
  const period = words.say("page.chart.period", {
    start: words.date(0),
    end: words.date(meta.days - 1),
    replicates: meta.replicates,
  });
  const levels = variants.map((variant) =>
    words.say("page.chart.level", {
      variant: variant === 0 ? words.say("page.without") : meta.variants[variant]!.title,
      value: isCounted(row, Math.max(...variants)) ? happened(row.variants[variant]!) : row.variants[variant]!.text[words.language][0],
    }),
  );
  return [period, ...levels].join(" ");
}

/// How the fans are to be read, which depends on how many draws there are; of a rare event there are none.
export function bandsWords(words: Words, row: SiteRow, variants: number[]): string {
  const chosen = Math.max(...variants);
  if (isCounted(row, chosen)) return words.say("page.chart.counted");
  const rows = variants.map((variant) => row.variants[variant]!);
  const counts = rows.map((one) => one.count);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return words.say(`page.chart.bands_${endsOf(rows)}`, { replicates: least === most ? most : `${least}–${most}` });
}

export interface Warning {
  what: string;
  why: string;
}

function groupsThatLose(meta: Meta, indicator: Indicator, row: SiteRow, variant: number, words: Words): string[] {
  const equity = row.equity?.[variant - 1];
  if (!equity || indicator.better === "neither" || isCounted(row, variant)) return [];
  return equity.groups.flatMap((group, i) => {
    if (!group.crisis || group.crisis === "hidden" || group.crisis[1] === null || group.crisis[2] === null) return [];
    const worse = indicator.better === "down" ? group.crisis[1] > 0 : group.crisis[2] < 0;
    return worse ? [meta.groups[i]!.label[words.language]] : [];
  });
}

/// What must be known before this result is used, each with its reason.
export function warnings(
  meta: Meta,
  words: Words,
  site: number,
  indicator: Indicator,
  row: SiteRow,
  variant: number,
): Warning[] {
  const found: Warning[] = [];
  const warn = (key: string, fill: Record<string, string | number> = {}): void => {
    found.push({ what: words.say(`page.warn.${key}`, fill), why: words.say(`page.warn.${key}.why`, fill) });
  };
  const compared: ComparedRow | undefined = row.compared[variant - 1];
  const about = meta.sites[site]!;
  if (compared?.verdict === "undecided") warn("undecided");
  if (compared && !indicator.primary) warn("exploratory");
  const losers = variant > 0 ? groupsThatLose(meta, indicator, row, variant, words) : [];
  if (losers.length > 0) warn("losers", { groups: losers.join(", ") });
  if (about.stand_in_share > 0) {
    warn("stand_ins", { site: about.name, share: words.withUnit(words.number(100 * about.stand_in_share, 0), "1") });
  }
  if (meta.room) warn("room");
  if (meta.room && meta.room.contested.length > 0) warn("contested", { list: meta.room.contested.join(" ; ") });
  if (meta.room && meta.shocks.length === 0) warn("no_shock");
  else if (meta.room && meta.room.shocks_left_out.length > 0) warn("shocks", { list: meta.room.shocks_left_out.join(", ") });
  if (meta.replicates < 19) warn("few", { replicates: meta.replicates });
  if (meta.failed > 0) warn("failed", { count: meta.failed });
  if (meta.fixed_parameters) warn("chance");
  if (isCounted(row, variant)) warn("rare");
  if ([row.variants[0]!, row.variants[variant]!].some((one) => one.hidden)) warn("hidden");
  if (about.illustration) warn("illustration", { site: about.name });
  return found;
}
