// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Words } from "../../viz/web/src/format";
import type { ComparedRow, Indicator, Meta, SiteRow, VariantRow } from "../../viz/web/src/model";
import { bandsWords, endsOf, isCounted, resultSentence, warnings } from "../../viz/web/src/sentences";

const root = process.env["ESSAIM_SOURCE_DIR"]!;
const words = Object.fromEntries(
  ["fr", "en"].map((language) => [language, JSON.parse(readFileSync(join(root, `viz/locales/${language}.json`), "utf8"))]),
) as Meta["words"];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : entry.name.endsWith(".ts") ? [readFileSync(join(folder, entry.name), "utf8")] : [],
  );
}

test("both languages have the same keys, with the same names in braces", () => {
  const braces = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
  assert.deepEqual(Object.keys(words.fr).sort(), Object.keys(words.en).sort());
  for (const key of Object.keys(words.fr)) assert.equal(braces(words.fr[key]!), braces(words.en[key]!), key);
});

test("every sentence that the page asks for is there", () => {
  const text = sources(join(root, "viz/web/src")).join("\n");
  const asked = new Set([...text.matchAll(/"((?:page|sites|warning|column)\.[\w.]+)"/g)].map((found) => found[1]!));
  assert.ok(asked.size > 100);
  for (const key of asked) {
    if (key === "page.html") continue;
    assert.ok(words.fr[key] !== undefined || words.fr[`${key}.one`] !== undefined, `${key} is missing`);
  }
});

test("French keeps its marks with the word before", () => {
  for (const [key, text] of Object.entries(words.fr)) {
    if (key.startsWith("page.")) assert.ok(!/ [:;!?»%]/.test(text), `${key}: ${text}`);
  }
});

const variant = (patch: Partial<VariantRow>): VariantRow => ({
  kind: "interval", count: 20, occurrences: 20, hidden: false,
  text: { fr: ["20,8 [14;28]", "20,8"], en: ["20.8 [14, 28]", "20.8"] }, ...patch,
});
const compared = (patch: Partial<ComparedRow>): ComparedRow => ({
  crisis: [-1, -2, -0.5], rare: false, rare_everyday: false, better: 14, worse: 0, pairs: 20, verdict: "effect",
  text: { fr: ["", "", "", "", "", "", ""], en: ["", "", "", "", "", "", ""] }, ...patch,
});
const indicator = { unit: "1", better: "down", primary: true } as Indicator;
const meta = {
  words, fixed_parameters: false, replicates: 20, failed: 0, groups: [{ kind: "income", label: { fr: "Tiers aisé", en: "Rich third" } }],
  sites: [{ name: "Saillans", stand_in_share: 0.25, illustration: true }], variants: [{ title: "" }, { title: "Épicerie" }],
} as unknown as Meta;
const row = (patch: Partial<ComparedRow>, v: Partial<VariantRow> = {}): SiteRow => ({ variants: [variant({}), variant(v)], compared: [compared(patch)], between: [] });
const told = (r: SiteRow, i = indicator) => resultSentence(meta, new Words(meta, "fr"), i, r, 1);

test("results are told in natural frequencies", () => {
  const better = "Dans 14 des 20 simulations essayées, hasard et hypothèses incertaines compris, la crise se passe mieux sur ce point avec les mesures.";
  assert.equal(told(row({})).main, `${better} Pareil dans 6.`);
  assert.equal(told(row({ pairs: 14 })).main, better.replace("des 20", "des 14"));
  assert.match(told(row({ better: 0, worse: 3 })).main, /^Dans 3 des 20 .* moins bien/);
  assert.match(told(row({ better: 13, worse: 7 })).main, /mieux sur ce point avec les mesures dans 13, moins bien dans 7\.$/);
  assert.match(told(row({ better: 0 })).main, /n'y changent rien/);
  assert.match(told(row({}), { ...indicator, better: "neither" }).main, /ni plus ni moins/);
  const levels = "En médiane, 20,8\u202f% avec «\u00a0Épicerie\u00a0», 20,8\u202f% sans mesure.";
  assert.equal(told(row({})).levels, levels);
  const difference = { text: { fr: ["", "", "−1,0", "", "", "", ""], en: ["", "", "−1.0", "", "", "", ""] } } as Partial<ComparedRow>;
  assert.equal(told(row(difference)).levels, `${levels} Tirage par tirage, l'écart moyen est de −1,0 points.`);
  const matters = { ...indicator, matters: { fr: "0,5 point", en: "0.5 points" } };
  assert.equal(told(row({}), matters).answer, "");
  assert.match(told(row({ verdict: "undecided" }), matters).answer, /^Indécis.*0,5 point/);
  assert.doesNotMatch(told(row({}), matters).main, /trop petit/);
  assert.match(told(row({ better: 20, verdict: "undecided" }), matters).main, /^Dans 20 .*mieux.* Mais l'écart est peut-être trop petit pour compter\.$/);
  assert.match(told(row({ verdict: "no_effect" }), matters).main, /Mais l'écart est trop petit pour compter\.$/);
  assert.doesNotMatch(told(row({ better: 0, verdict: "no_effect" }), matters).main, /Mais/);
  const level = (difference: number): string => told(row({ crisis: [difference, -1, 1] }, {}), indicator).main;
  assert.doesNotMatch(level(0), /centième/, "nothing is said of a level that is not known");
  const known = row({ crisis: [-0.2, -1, 1] });
  known.variants[0] = variant({ median: 20.8 });
  assert.match(told(known).main, /moins d'un centième du niveau\.$/);
  assert.doesNotMatch(told({ ...known, compared: [compared({ crisis: [-0.3, -1, 1] })] }).main, /centième/);
  const room = { ...meta, room: { shocks_left_out: [], contested: [], beside: null, changed: false, partial: { done: 4, wanted: 20 } } };
  const early = (i: Indicator, r: SiteRow): string => resultSentence(room, new Words(room, "fr"), i, r, 1).main;
  for (const i of [indicator, { ...indicator, better: "neither" } as Indicator]) assert.match(early(i, row({})), /Pour l'instant\u00a0: 4 tirages sur 20\.$/);
  assert.match(early(indicator, row({ pairs: 0 })), /Pour l'instant/);
});

test("a rare event is counted and a small count is not shown", () => {
  // Without measures it never happened: its own text is a zero, and it is counted all the same.
  const never = { kind: "interval", occurrences: 0, text: { fr: ["0,0 [0,0;0,0]", "0,0"], en: ["", ""] } } as Partial<VariantRow>;
  const happens = { kind: "rare", occurrences: 3, text: { fr: ["3/20", "3/20"], en: ["3/20", "3/20"] } } as Partial<VariantRow>;
  const pair = { variants: [variant(never), variant(happens)], compared: [compared({ rare: true })], between: [] } as SiteRow;
  assert.match(told(pair).levels, /dans 3\/20 tirages avec .*, 0\/20 sans/);
  assert.match(bandsWords(new Words(meta, "fr"), pair, [0, 1]), /Événement rare/);
  assert.ok(isCounted(pair, 1) && !isCounted(pair, 0));
  // Rare without, common with the measures: an effect like any other, and a count has no unit.
  const common = { ...pair, variants: [variant(happens), variant({})], compared: [compared({})] };
  assert.match(told(common).levels, /3\/20 sans/);
  const hidden = told(row({}, { hidden: true, text: { fr: ["< 11", "< 11"], en: ["< 11", "< 11"] } }), { ...indicator, unit: "persons" });
  assert.match(hidden.levels, /^< 11 avec/);
});

test("the ends of bands are those of the row's own draws", () => {
  const fr = new Words(meta, "fr");
  const few = { kind: "extremes", count: 18 } as Partial<VariantRow>;
  const of = (...rows: Partial<VariantRow>[]): string => bandsWords(fr, { variants: rows.map(variant), compared: [compared({})], between: [] }, [0, 1]);
  assert.match(of({}, {}), /médiane des 20 tirages.*95/);
  assert.match(of(few, few), /médiane des 18 tirages.*du plus petit au plus grand/);
  assert.doesNotMatch(of(few, few), /95/);
  assert.match(of({}, few), /médiane des 18–20 tirages.*moins de 19/);
  assert.equal(endsOf([variant({ kind: "rare", count: 18 })]), "extremes");
});

test("what must be known is said, with its reason", () => {
  const equity = [{ groups: [{ crisis: [2, 1, 3] as [number, number, number], text: { fr: ["", ""] as [string, string], en: ["", ""] as [string, string] } }] }];
  const list = (m: Meta, r: SiteRow, i = indicator): string => warnings(m, new Words(m, "fr"), 0, i, r, 1).map((w) => `${w.what} ${w.why}`).join("\n");
  assert.match(list(meta, { ...row({}), equity }), /Moins bien pour\u00a0: Tiers aisé/);
  assert.match(list(meta, row({ verdict: "undecided" })), /Indécis/);
  assert.match(list({ ...meta, replicates: 5 }, row({})), /5 tirages seulement/);
  assert.match(list({ ...meta, fixed_parameters: true }, row({})), /Hasard seul/);
  assert.match(list(meta, row({})), /25\u202f% des données sont d'emprunt/);
  assert.match(list(meta, row({}), { ...indicator, primary: false }), /exploratoire/);
  assert.doesNotMatch(list(meta, row({})), /\[page|\{/);
});

test("colours of lines and texts stand out from what they lie on", () => {
  const css = readFileSync(join(root, "viz/web/src/styles/colours.css"), "utf8");
  const blocks = [css.slice(0, css.indexOf("@media")), css.slice(css.indexOf(':root[data-theme="dark"] {'))];
  const channel = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const luminance = (hex: string): number =>
    [1, 3, 5].map((i) => channel(parseInt(hex.slice(i, i + 2), 16) / 255)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0);
  for (const block of blocks) {
    const colour = (name: string): number => luminance(block.match(new RegExp(`--${name}: (#[0-9a-f]{6})`))![1]!);
    const contrast = (a: string, b: string): number => {
      const [low, high] = [colour(a), colour(b)].sort((x, y) => x - y) as [number, number];
      return (high + 0.05) / (low + 0.05);
    };
    for (const line of ["with", "without", "quiet", "edge"]) assert.ok(contrast(line, "card") >= 3, line);
    for (const text of ["ink", "soft", "accent", "with", "without", "quiet"]) assert.ok(contrast(text, "card") >= 4.5, text);
    assert.ok(contrast("ink", "warn-soft") >= 4.5 && contrast("soft", "paper") >= 4.5);
    assert.ok(contrast("shock-ink", "shock") >= 4.5 && contrast("measure-ink", "measure") >= 4.5);
    assert.ok(contrast("accent-ink", "accent") >= 4.5 && contrast("soft", "accent-soft") >= 4.5);
  }
});

test("assumptions are written in the unit that people read", () => {
  const [fr, en] = [new Words(meta, "fr"), new Words(meta, "en")];
  assert.equal(fr.amount(0.4, "1"), "40\u202f%");
  assert.equal(fr.amount(0.85, "1/day"), "85\u202f%/jour");
  assert.equal(en.amount(0.03, "1/degC"), "3%/°C");
  assert.equal(fr.amount(6, ""), "6");
  assert.equal(fr.amount(0.0936, "EUR/kWh"), "0,0936 €/kWh");
});
