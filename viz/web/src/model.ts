// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What the page is given: the shapes that viz/report/meta.cc and rows.cc write.

export type Language = "fr" | "en";
export type Both<T> = Record<Language, T>;

export interface Action {
  label: Both<string>;
  start: string;
  day: number; // of the run
  duration: string; // "12 days"
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
  percent: boolean;
  sum: boolean;
}

export interface Group {
  name: string;
  kind: string;
  label: Both<string>;
}

export interface Meta {
  format: number;
  language: Language;
  title: string;
  narrative: string;
  authors: string[];
  license: string;
  credits: string[];
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
  matters: number | null;
  uncertainty: Both<string>;
  sites: Site[];
  variants: Variant[];
  shocks: Action[];
  indicators: Indicator[];
  groups: Group[];
  words: Both<Record<string, string>>;
  contents: { left_out: string[]; decimals: ([number[], number[]] | null)[]; map_indicator: number | null };
}

export type Interval = [number, number | null, number | null] | null;

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
  better: number;
  worse: number;
  text: Both<[string, string]>;
}

/// text: without, with, in the crisis, every day, interaction, better in, answer.
export interface ComparedRow {
  crisis: Interval;
  everyday: Interval;
  interaction: Interval;
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
  worlds: Worlds;
  difference: Interval;
  sufficient: boolean;
  stand_in_share: number;
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
    role: string;
    source: string;
    default: number | null;
    low: number | null;
    high: number | null;
  }[];
  fit: { margin: string; unit: string; target: number; drawn: number; gap: number | null; sourced: boolean }[][];
  inputs: { name: string; sha256: string }[];
  scenario: string;
  cite: Both<string>;
}
