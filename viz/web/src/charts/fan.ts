// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Curves over days: fans of quantiles, dashed beside full, with the shocks above them.

import type { Meta } from "../model";
import type { Words } from "../format";
import { s } from "../dom";
import { curveDomain, curveLayout, type CurveChart, type CurveLine, type Domain, type EventBar } from "./geometry";
import { axisUnit, painted } from "./shell";

/// `with`: full line, filled fan. `without`: dashed. `quiet`: dotted, no shocks.
export type Kind = CurveLine["kind"];

export interface Line extends CurveLine {
  counted: boolean; // a rare event: neither median nor bands, its draws alone
}

export interface FanChart {
  meta: Meta;
  words: Words;
  width: number;
  height: number; // of the curves alone
  base: number; // size of text, pixels
  unit: string;
  difference: boolean;
  title: string;
  description: string;
  lines: Line[];
  events: "full" | "marks";
  measures: boolean; // show when they are at work
  variant: number;
  domain?: Domain; // where charts share an axis
  compact?: boolean;
}

export interface Drawn {
  svg: SVGElement;
  day(x: number): number; // under a pixel of the chart
  point(day: number | null): void; // moves the cursor
  fromZero: boolean;
}

function barsOf(chart: FanChart): EventBar[] {
  const { meta, words } = chart;
  const bars: EventBar[] = meta.shocks.map((shock) => ({
    label: shock.label[words.language],
    from: shock.day,
    to: shock.day + (shock.days ?? meta.days - shock.day),
    shock: true,
  }));
  const measures = meta.variants[chart.variant]?.measures ?? [];
  if (chart.measures && chart.events === "full" && measures.length > 0) {
    bars.push({
      label: words.say("page.chart.measures"),
      from: Math.min(...measures.map((measure) => measure.day)),
      to: Math.max(...measures.map((measure) => measure.day + (measure.days ?? meta.days - measure.day))),
      shock: false,
    });
  }
  return bars;
}

function asked(chart: FanChart): CurveChart {
  const { meta, words, width, base, height, difference, lines, domain } = chart;
  return {
    sheet: { width, size: base, language: words.language },
    height,
    start: meta.start,
    days: meta.days,
    unit: axisUnit(words, chart.unit, difference),
    difference,
    setting: chart.compact ? "small" : chart.events,
    lines,
    events: barsOf(chart),
    domain,
  };
}

/// What several charts reach that share an axis; undefined where they reach nothing.
export function sharedDomain(charts: FanChart[]): Domain | undefined {
  const found = charts.map((chart) => curveDomain(asked(chart))).filter((domain) => domain !== null);
  if (found.length === 0) return undefined;
  return { low: Math.min(...found.map(({ low }) => low)), high: Math.max(...found.map(({ high }) => high)) };
}

/// Null where this browser cannot draw.
export function fanChart(chart: FanChart): Drawn | null {
  const layout = curveLayout(asked(chart));
  if (!layout) return null;
  const svg = painted(layout, chart);
  const [left, top, width, height] = layout.frame;
  const last = chart.meta.days - 1;
  const cursor = s("line", { class: "cursor", y1: top, y2: top + height, visibility: "hidden" });
  svg.append(cursor);
  return {
    svg,
    fromZero: layout.from_zero,
    day: (x) => Math.min(last, Math.max(0, Math.round(((x - left) / width) * last))),
    point: (day) => {
      cursor.setAttribute("visibility", day === null ? "hidden" : "visible");
      if (day === null) return;
      const x = (left + (day / Math.max(1, last)) * width).toFixed(1);
      cursor.setAttribute("x1", x);
      cursor.setAttribute("x2", x);
    },
  };
}
