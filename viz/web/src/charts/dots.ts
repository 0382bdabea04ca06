// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Dots with their intervals, one row a site or a group; never sorted by value.

import type { Interval } from "../model";
import type { Words } from "../format";
import { dotLayout, type Dot, type DotRow } from "./geometry";
import { axisUnit, painted } from "./shell";

export type { Dot, DotRow };

/// An effect as a dot; none where there is no value or it may not be shown.
export function effectDot(effect: Interval): Dot[] {
  return effect === null || effect === "hidden" ? [] : [{ kind: "effect", value: effect[0], low: effect[1], high: effect[2] }];
}

export interface DotChart {
  words: Words;
  width: number;
  base: number;
  unit: string;
  difference: boolean;
  title: string;
  description: string;
  rows: DotRow[];
}

/// Null where this browser cannot draw.
export function dotChart(chart: DotChart): SVGElement | null {
  const { words, width, base, difference, rows } = chart;
  const layout = dotLayout({
    sheet: { width, size: base, language: words.language },
    unit: axisUnit(words, chart.unit, difference),
    difference,
    rows,
  });
  return layout && painted(layout, chart);
}
