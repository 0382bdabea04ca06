// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Dots with their intervals, one row a site or a group; never sorted by value.

import type { Interval } from "../model";
import type { Words } from "../format";
import { s } from "../dom";
import { chartShell } from "./shell";
import { axisOf, axisUnit, EMPTY, fitted, textWidth, widen, type Domain } from "./scale";

export interface Dot {
  kind: "with" | "without" | "effect";
  value: number;
  low: number | null;
  high: number | null;
}

/// An effect as a dot; none where there is no value or it may not be shown.
export function effectDot(effect: Interval): Dot[] {
  return effect === null || effect === "hidden" ? [] : [{ kind: "effect", value: effect[0], low: effect[1], high: effect[2] }];
}

export interface DotRow {
  label: string;
  dots: Dot[];
  note?: string; // instead of dots
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
  domain?: Domain;
}

export function dotDomain(rows: DotRow[]): Domain {
  return widen(
    EMPTY,
    rows.flatMap((row) => row.dots.map((dot) => [dot.value, dot.low ?? dot.value, dot.high ?? dot.value])),
  );
}

function mark(dot: Dot, x: number, y: number, r: number): SVGElement {
  if (dot.kind === "without") {
    const d = `M${x} ${y - r * 1.25}L${x + r * 1.25} ${y}L${x} ${y + r * 1.25}L${x - r * 1.25} ${y}Z`;
    return s("path", { d, class: "dot without" });
  }
  return s("circle", { cx: x, cy: y, r, class: `dot ${dot.kind}` });
}

export function dotChart(chart: DotChart): SVGElement {
  const { words, base } = chart;
  const domain = chart.domain ?? dotDomain(chart.rows);
  if (chart.difference) {
    domain.low = Math.min(0, domain.low);
    domain.high = Math.max(0, domain.high);
  }
  const stacked = chart.width < 520;
  const names = Math.max(...chart.rows.map((row) => textWidth(row.label, base)));
  const beside = stacked ? 10 : Math.min(names + 14, chart.width * 0.4);
  const axis = axisOf(domain, Math.max(2, Math.floor((chart.width - beside) / 110)));
  const written = (value: number): string => (chart.difference ? words.signed(value, axis.decimals) : words.number(value, axis.decimals));
  const half = (value: number): number => textWidth(written(value), base) / 2 + 2;
  const left = Math.max(beside, half(axis.low));
  const right = Math.max(14, half(axis.high));
  const width = chart.width - left - right;
  const per = Math.max(...chart.rows.map((row) => row.dots.length), 1);
  const step = base * (per > 1 ? 2.3 : 1.9) + (stacked ? base * 1.4 : 0);
  // Where nothing is drawn, an axis would be made up.
  const ticks = chart.rows.some((row) => row.dots.length > 0) ? axis.ticks : [];
  const top = ticks.length > 0 ? base * 2.6 : 2;
  const height = top + chart.rows.length * step + 4;
  const x = (value: number): number => left + ((value - axis.low) / (axis.high - axis.low)) * width;
  const svg = chartShell(chart, height);
  for (const tick of ticks) {
    svg.append(
      s("line", { x1: x(tick), x2: x(tick), y1: top, y2: height - 4, class: tick === 0 ? "zero" : "grid" }),
      s("text", { x: x(tick), y: top - 5, "text-anchor": "middle", "font-size": base }, written(tick)),
    );
  }
  if (ticks.length > 0) {
    svg.append(s("text", { x: left, y: base, "font-size": base, class: "unit" }, axisUnit(words, chart.unit, chart.difference)));
  }
  chart.rows.forEach((row, i) => {
    const start = top + i * step + (stacked ? base * 1.4 : 0);
    const middle = start + (step - (stacked ? base * 1.4 : 0)) / 2;
    svg.append(
      stacked
        ? s("text", { x: left, y: start - 1, "font-size": base, class: "row-name" }, fitted(row.label, width, base))
        : s(
            "text",
            { x: left - 10, y: middle + base * 0.34, "text-anchor": "end", "font-size": base, class: "row-name" },
            fitted(row.label, left - 14, base),
          ),
    );
    if (row.dots.length === 0 && row.note) {
      svg.append(s("text", { x: left + 6, y: middle + base * 0.34, "font-size": base, class: "note" }, row.note));
    }
    row.dots.forEach((dot, k) => {
      const y = middle + (k - (row.dots.length - 1) / 2) * base * 0.95;
      if (dot.low !== null && dot.high !== null) {
        svg.append(s("line", { x1: x(dot.low), x2: x(dot.high), y1: y, y2: y, class: `whisker ${dot.kind}` }));
      }
      svg.append(mark(dot, x(dot.value), y, base * 0.36));
    });
  });
  return svg;
}
