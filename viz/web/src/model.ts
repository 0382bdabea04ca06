// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What the page is given: the shapes that viz/report/meta.cc and rows.cc write.

export type Language = "fr" | "en";
export type Both<T> = Record<Language, T>;

export interface Action {
  label: Both<string>;
  start: string;
  day: number; // of the run
  days: number | null; // how many; null: to the end of the run
  duration: Both<string>; // "12 jours"
}

export interface Site {
  id: string;
  name: string;
  insee: string;
  illustration: boolean;
  stand_in_share: number;
  quality: { theme: string; mark: string; stand_in_share: number }[];
  quality_text: Both<string>;
  credits: string[];
}

export interface Variant {
  name: string;
  title: string;
  measures: Action[];
}

export interface Indicator {
  name: string;
  unit: string;
  label: Both<string>;
  meaning: Both<string>;
  better: "up" | "down" | "neither";
  aim: string;
  primary: boolean;
  shown: boolean;
  matters?: Both<string>; // smallest difference that does, of a primary one
  reading: "mean" | "sum" | "last"; // how the days of the crisis become one number
}

export interface Group {
  name: string;
  kind: string;
  label: Both<string>;
}

export interface Meta {
  language: Language;
  title: string;
  narrative: string;
  license: string;
  version: string;
  commit: string;
  created: string;
  scenario_sha256: string;
  result_sha256: string;
  seed: string;
  command: string;
  start: string;
  days: number;
  replicates: number;
  failed: number;
  fixed_parameters: boolean;
  shock_day: number | null;
  uncertainty: Both<string>;
  sites: Site[];
  variants: Variant[];
  shocks: Action[];
  indicators: Indicator[];
  groups: Group[];
  words: Both<Record<string, string>>;
  room?: Room; // only of what a room has simulated here
  contents: { left_out: string[]; decimals: ([number[], number[]] | null)[]; map_indicator: number | null };
}

/// What a room has composed.
export interface Room {
  shocks_left_out: string[];
  contested: string[];
  beside: string | null; // with the file's measures; null: nothing to compare with
  changed: boolean; // other shocks or assumptions: the file's measures are not beside it for that reason
  partial: { done: number; wanted: number } | null; // draws that are simulated, while some are not
}

/// "hidden": a count too small to be shown; null: there is no value.
export type Interval = [number, number | null, number | null] | "hidden" | null;

/// A spread over worlds, in the unit that is shown; its numbers are absent where they may not be shown.
export interface Worlds {
  kind: "none" | "rare" | "extremes" | "interval";
  count: number;
  occurrences: number;
  hidden: boolean;
  median?: number;
  low?: number;
  high?: number;
}

/// text: median with its ends; median alone. Of a rare event, how often it happened.
export interface VariantRow extends Worlds {
  text: Both<[string, string]>;
}

/// text: without, with, in the crisis, every day, interaction, better in, answer.
export interface ComparedRow {
  crisis: Interval;
  rare: boolean; // counted only: is_rare_event of viz/term/compare_words.h
  rare_everyday: boolean; // every day, it is counted only
  better: number;
  worse: number;
  pairs: number;
  verdict: "effect" | "no_effect" | "undecided" | null;
  text: Both<[string, string, string, string, string, string, string]>;
  resilience?: Both<[string, string, string, string, string, string]>; // loss, difference, depth, 90 %, 95 %, not back
}

/// text: effect in the crisis; mean loss without and with.
export interface EquityRow {
  groups: { crisis: Interval; text: Both<[string, string]> }[];
  shares?: Both<[string, string, string, string, string]>; // poorest, richest, ratio, borne, draws
}

/// text: worlds, difference from the first site, stand-ins, answer.
export interface BetweenRow {
  sufficient: boolean;
  text: Both<[string, string, string, string]>;
}

export interface SiteRow {
  variants: VariantRow[];
  compared: ComparedRow[]; // of each variant but the baseline
  between: BetweenRow[]; // of each variant
  equity?: EquityRow[]; // of each variant but the baseline
  best?: number[]; // of each variant: share of draws in which it is the best
}

export interface Annex {
  parameters: {
    name: string;
    unit: string;
    meaning: Both<string>;
    source: Both<string>;
    low: number | null;
    high: number | null;
  }[];
  fit: Both<{ rows: [string, string, string, string][]; guessed: string }>[]; // margin, known, drawn, gap
  scenario: string;
  cite: Both<string>;
}
