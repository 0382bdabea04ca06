// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Numbers, dates and sentences, as viz/term/locale.cc writes them.

import type { Language, Meta } from "./model";

const MINUS = "−";
const NARROW_SPACE = "\u202f";
const MONTHS: Record<Language, string[]> = {
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};
const SHORT_MONTHS: Record<Language, string[]> = {
  fr: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" "),
  en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "),
};

/// "Épicerie" as "Epicerie": for names of files and for looking a word up.
export const unaccented = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");

/// Whatever its accents and capitals.
const hasWord = (text: string, wanted: string): boolean => unaccented(text).toLowerCase().includes(unaccented(wanted).toLowerCase());

/// As C++ writes it: a value exactly half-way goes to the even digit, where toFixed takes the larger one.
function fixed(size: number, decimals: number): string {
  if (size >= 1e21) return `${BigInt(size)}${decimals > 0 ? "." : ""}${"0".repeat(decimals)}`;
  const up = size.toFixed(decimals);
  if (!size.toFixed(decimals + 1).endsWith("5")) return up;
  const exact = size.toFixed(100); // all digits of a half-way value, and more than enough of any other
  const kept = exact.indexOf(".") + 1 + decimals;
  if (!/^50*$/.test(exact.slice(kept))) return up;
  const down = exact.slice(0, decimals > 0 ? kept : kept - 1);
  return /[02468]$/.test(down) ? down : up;
}

export function number(language: Language, value: number, decimals: number): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return (value < 0 ? MINUS : "") + "∞";
  const digits = fixed(Math.abs(value), decimals);
  const [whole, rest] = digits.split(".") as [string, string?];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "fr" ? NARROW_SPACE : ",");
  const sign = value < 0 && /[1-9]/.test(digits) ? MINUS : "";
  return sign + grouped + (rest === undefined ? "" : (language === "fr" ? "," : ".") + rest);
}

/// As few decimals as it takes, six digits at most.
export function shortest(language: Language, value: number): string {
  let decimals = 0;
  const size = Math.abs(value);
  while (decimals < 6 && Math.abs(Number(fixed(size, decimals)) - size) > 1e-9 * size) ++decimals;
  return number(language, value, decimals);
}

export function signed(language: Language, value: number, decimals: number): string {
  const text = number(language, value, decimals);
  return value > 0 && /[1-9]/.test(text) ? "+" + text : text;
}

export interface Day {
  year: number;
  month: number; // 0 to 11
  day: number;
}

/// The date of a day of the run; `start` is its first, "2026-06-01".
export function dayOf(start: string, offset: number): Day {
  const date = new Date(`${start}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + offset);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

export function longDate(language: Language, date: Day): string {
  const day = language === "fr" && date.day === 1 ? "1er" : String(date.day);
  return `${day} ${MONTHS[language][date.month]} ${date.year}`;
}

export function shortDate(language: Language, date: Day): string {
  const day = language === "fr" && date.day === 1 ? "1er" : String(date.day);
  return `${day} ${SHORT_MONTHS[language][date.month]}`;
}

export function isoDate(date: Day): string {
  return `${date.year}-${String(date.month + 1).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
}

export class Words {
  constructor(
    private readonly meta: Meta,
    readonly language: Language,
  ) {}

  /// The sentence with its braces filled; an unknown key shows itself, and a test looks for that.
  say(key: string, fill: Record<string, string | number> = {}): string {
    const sentence = this.meta.words[this.language][key];
    if (sentence === undefined) return `[${key}]`;
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(fill[name] ?? `{${name}}`));
  }

  knows(key: string): boolean {
    return this.meta.words[this.language][key] !== undefined;
  }

  count(key: string, count: number): string {
    const one = count === 1 || (count === 0 && this.language === "fr");
    return this.say(`${key}.${one ? "one" : "other"}`, { count: this.number(count, 0) });
  }

  /// A number as somebody types it here, with a comma or a point; NaN if it is none.
  read(text: string): number {
    const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(MINUS, "-");
    const isGrouped = this.language === "en" && /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(plain);
    const point = isGrouped ? plain.replaceAll(",", "") : plain;
    return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(point) ? Number(point.replace(",", ".")) : NaN;
  }

  shortest = (value: number): string => shortest(this.language, value);
  number = (value: number, decimals: number): string => number(this.language, value, decimals);
  signed = (value: number, decimals: number): string => signed(this.language, value, decimals);

  unit(unit: string): string {
    return this.knows(`unit.${unit}`) ? this.say(`unit.${unit}`) : unit;
  }

  /// Whether a text has all words that are wanted, in the singular or the plural, or others that people use for the same
  /// thing; whatever accents and capitals. Small words between them are not looked for.
  finder(wanted: string): (text: string) => boolean {
    const parts = (text: string): string[] => unaccented(text).toLowerCase().split(/[^a-z0-9]+/);
    const groups = this.say("page.search.same").split("|").map((group) => parts(group.trim()));
    const typed = parts(wanted).filter((word) => word.length > 2);
    const asked = typed.some((word) => word.length > 3) ? typed.filter((word) => word.length > 3) : typed;
    const meant = asked.map((word) => {
      const stem = word.length > 3 ? word.replace(/[sx]$/, "") : word;
      return [stem, ...groups.filter((group) => group.some((other) => other.startsWith(stem))).flat()];
    });
    return (text) => {
      if (hasWord(text, wanted)) return true;
      const said = parts(text);
      return meant.length > 0 && meant.every((words) => words.some((word) => said.some((one) => one.startsWith(word))));
    };
  }

  /// How much of a list a search has left.
  found(count: number, all: number): string {
    return count > 0 ? this.say("page.method.found", { count, all }) : this.say("page.method.found_none");
  }

  /// From a value to the number that is shown before its unit.
  factor(unit: string): number {
    return this.unit(unit).startsWith("%") ? 100 : 1;
  }

  /// Differences between shares are points, not percent.
  differenceUnit(unit: string): string {
    return unit === "1" ? this.say("page.points") : this.unit(unit);
  }

  withUnit(text: string, unit: string): string {
    const name = this.unit(unit);
    if (name.startsWith("%")) return text + (this.language === "fr" ? NARROW_SPACE : "") + name;
    return name === "" ? text : `${text} ${name}`;
  }

  /// A setting or an assumption: four digits, and its unit; shares in percent.
  amount(value: number, unit: string): string {
    return this.withUnit(shortest(this.language, Number((value * this.factor(unit)).toPrecision(4))), unit);
  }

  /// Two ends, as the program's tables write them (viz/term/value_format.cc).
  ends(low: string, high: string): string {
    return `[${low}${this.language === "fr" ? `${NARROW_SPACE};${NARROW_SPACE}` : ", "}${high}]`;
  }

  date = (offset: number): string => longDate(this.language, dayOf(this.meta.start, offset));
  shortDate = (offset: number): string => shortDate(this.language, dayOf(this.meta.start, offset));
  colon(): string {
    return this.language === "fr" ? "\u00a0: " : ": ";
  }
}

/// A table as a French or an English spreadsheet opens it: `;` and decimal commas, or `,` and decimal points.
export function csv(language: Language, rows: (string | number)[][]): string {
  const separator = language === "fr" ? ";" : ",";
  const cell = (value: string | number): string => {
    if (typeof value === "number") {
      if (!Number.isFinite(value)) return "";
      return language === "fr" ? String(value).replace(".", ",") : String(value);
    }
    return /["\n;,]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  return "\ufeff" + rows.map((row) => row.map(cell).join(separator)).join("\r\n") + "\r\n";
}
