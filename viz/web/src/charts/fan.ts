// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Curves over days: fans of quantiles, dashed beside full, with the shocks above them.

import type { Meta } from "../model";
import type { Fan } from "../data";
import type { Words } from "../format";
import { s } from "../dom";
import { chartShell } from "./shell";
import {
  axisOf,
  axisUnit,
  dayTicks,
  EMPTY,
  fitted,
  textWidth,
  widen,
  type Axis,
  type Domain,
} from "./scale";

/// `with`: full line, filled fan. `without`: dashed. `quiet`: dotted, no shocks.
export type Kind = "with" | "without" | "quiet";

export interface Line {
  kind: Kind;
  label: string;
  fan: Fan;
  bands: boolean;
  filled: boolean; // else the bands are told by their edges alone
  median: boolean;
  counted: boolean; // a rare event: neither median nor bands, its draws alone
  few: boolean; // the ends are the smallest and the largest draw
  draws?: Float64Array[];
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
  axis: Axis;
}

interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
  x(day: number): number;
  y(value: number): number;
}

export function domainOf(lines: Line[]): Domain {
  let domain = EMPTY;
  for (const line of lines) {
    if (line.bands) domain = widen(domain, line.fan);
    else if (line.median) domain = widen(domain, [line.fan[2]!]);
    domain = widen(domain, line.draws ?? []);
  }
  return domain;
}

/// Runs of days with a value: a path breaks where there is none.
function runs(...curves: Float64Array[]): [number, number][] {
  const found: [number, number][] = [];
  const present = (day: number): boolean => curves.every((curve) => Number.isFinite(curve[day]!));
  for (let day = 0; day < curves[0]!.length; ++day) {
    if (!present(day)) continue;
    const first = day;
    while (day + 1 < curves[0]!.length && present(day + 1)) ++day;
    found.push([first, day]);
  }
  return found;
}

const at = (frame: Frame, day: number, value: number): string =>
  `${frame.x(day).toFixed(1)} ${frame.y(value).toFixed(1)}`;

function linePath(frame: Frame, curve: Float64Array): string {
  return runs(curve)
    .map(([first, last]) => {
      const points = [];
      for (let day = first; day <= last; ++day) points.push(at(frame, day, curve[day]!));
      return `M${points.join("L")}${first === last ? "h0.01" : ""}`;
    })
    .join("");
}

function bandPath(frame: Frame, low: Float64Array, high: Float64Array): string {
  return runs(low, high)
    .map(([first, last]) => {
      const points = [];
      for (let day = first; day <= last; ++day) points.push(at(frame, day, high[day]!));
      for (let day = last; day >= first; --day) points.push(at(frame, day, low[day]!));
      return `M${points.join("L")}Z`;
    })
    .join("");
}

function drawAxes(chart: FanChart, frame: Frame, axis: Axis): SVGElement {
  const { words, meta, base } = chart;
  const group = s("g", { class: "axes" });
  for (const tick of axis.ticks) {
    const y = frame.y(tick);
    group.append(
      s("line", { x1: frame.left, x2: frame.left + frame.width, y1: y, y2: y, class: tick === 0 ? "zero" : "grid" }),
      s(
        "text",
        { x: frame.left - 6, y: y + base * 0.34, "text-anchor": "end", "font-size": base },
        chart.difference ? words.signed(tick, axis.decimals) : words.number(tick, axis.decimals),
      ),
    );
  }
  const bottom = frame.top + frame.height;
  const apart = textWidth("30 sept.", base) + base * (chart.compact ? 1 : 2);
  for (const day of dayTicks(meta, frame.width, apart)) {
    const x = frame.x(day);
    const text = words.shortDate(day);
    const half = textWidth(text, base) / 2;
    const anchor = x - half < 0 ? "start" : x + half > chart.width ? "end" : "middle";
    group.append(
      s("line", { x1: x, x2: x, y1: bottom, y2: bottom + 4, class: "tick" }),
      s("text", { x: anchor === "start" ? 0 : x, y: bottom + base + 6, "text-anchor": anchor, "font-size": base }, text),
    );
  }
  group.append(
    s(
      "text",
      { x: 0, y: frame.top - base * 0.95, "font-size": base, class: "unit" },
      axisUnit(words, chart.unit, chart.difference),
    ),
  );
  return group;
}

interface Bar {
  label: string;
  from: number;
  to: number;
  kind: "shock" | "measure";
}

function barsOf(chart: FanChart): Bar[] {
  const { meta, words } = chart;
  const bars: Bar[] = meta.shocks.map((shock) => ({
    label: shock.label[words.language],
    from: shock.day,
    to: shock.day + (shock.days ?? meta.days - shock.day),
    kind: "shock",
  }));
  const measures = meta.variants[chart.variant]?.measures ?? [];
  if (chart.measures && measures.length > 0) {
    bars.push({
      label: words.say("page.chart.measures"),
      from: Math.min(...measures.map((measure) => measure.day)),
      to: Math.max(...measures.map((measure) => measure.day + (measure.days ?? meta.days - measure.day))),
      kind: "measure",
    });
  }
  return bars;
}

/// One line a shock, its name in the bar or beside it.
function drawEvents(chart: FanChart, frame: Frame, bars: Bar[], row: number): SVGElement {
  const size = chart.base * 0.92;
  const group = s("g", { class: "events" });
  bars.forEach((bar, i) => {
    const from = frame.x(Math.max(0, bar.from));
    const to = Math.max(from + 2, frame.x(Math.min(chart.meta.days - 1, bar.to)));
    const top = i * row + 2;
    const label = fitted(bar.label, frame.width + frame.left - 8, size);
    const wide = textWidth(label, size) + 8;
    group.append(s("rect", { x: from, y: top, width: to - from, height: row - 4, rx: 2, class: bar.kind }));
    const inside = wide <= to - from;
    const right = !inside && to + wide <= chart.width;
    const x = inside ? from + 5 : right ? to + 5 : from - 5;
    group.append(
      s(
        "text",
        {
          x: !inside && !right && x - wide < 0 ? wide : x,
          y: top + (row - 4) / 2 + size * 0.35,
          "font-size": size,
          "text-anchor": inside || right ? "start" : "end",
          class: inside ? `on-${bar.kind}` : "beside",
        },
        label,
      ),
    );
  });
  return group;
}

/// Where charts are small: pale stripes for the days of shocks.
function drawStripes(chart: FanChart, frame: Frame): SVGElement {
  const group = s("g", { class: "stripes" });
  for (const bar of barsOf({ ...chart, measures: false })) {
    if (bar.to - bar.from >= chart.meta.days - 1) continue;
    const from = frame.x(bar.from);
    const to = frame.x(Math.min(chart.meta.days - 1, bar.to));
    group.append(s("rect", { x: from, y: frame.top, width: Math.max(1, to - from), height: frame.height }));
  }
  return group;
}

function drawLine(line: Line, frame: Frame): SVGElement {
  const group = s("g", { class: `line ${line.kind}` });
  const fan = line.fan;
  if (line.bands) {
    if (line.filled) group.append(s("path", { d: bandPath(frame, fan[0]!, fan[4]!), class: "band wide" }));
    if (line.filled && !line.few) group.append(s("path", { d: bandPath(frame, fan[1]!, fan[3]!), class: "band narrow" }));
    group.append(s("path", { d: linePath(frame, fan[0]!), class: "edge" }));
    group.append(s("path", { d: linePath(frame, fan[4]!), class: "edge" }));
  }
  for (const draw of line.draws ?? []) group.append(s("path", { d: linePath(frame, draw), class: "draw" }));
  if (line.median) group.append(s("path", { d: linePath(frame, fan[2]!), class: "median" }));
  return group;
}

/// Names at the ends of the medians, moved apart where they would touch.
function drawNames(chart: FanChart, frame: Frame): SVGElement {
  const group = s("g", { class: "names" });
  const size = chart.base * 1.05;
  const named = chart.lines
    .filter((line) => line.median)
    .map((line) => {
      let day = chart.meta.days - 1;
      while (day > 0 && !Number.isFinite(line.fan[2]![day]!)) --day;
      return { line, y: frame.y(line.fan[2]![day]!) };
    })
    .filter(({ y }) => Number.isFinite(y))
    .sort((a, b) => a.y - b.y || a.line.label.localeCompare(b.line.label));
  let free = frame.top + size * 0.5;
  for (const entry of named) {
    entry.y = Math.max(entry.y, free);
    free = entry.y + size * 1.15;
  }
  let limit = frame.top + frame.height;
  for (const entry of [...named].reverse()) {
    entry.y = Math.min(entry.y, limit);
    limit = entry.y - size * 1.15;
  }
  for (const { line, y } of named) {
    group.append(
      s(
        "text",
        { x: frame.left + frame.width + 7, y: y + size * 0.34, "font-size": size, class: `name ${line.kind}` },
        line.label,
      ),
    );
  }
  return group;
}

function frameOf(chart: FanChart, axis: Axis, rows: number, row: number): Frame {
  const { words, base } = chart;
  const marks = axis.ticks.map((tick) =>
    chart.difference ? words.signed(tick, axis.decimals) : words.number(tick, axis.decimals),
  );
  const left = Math.max(...marks.map((text) => textWidth(text, base))) + 8;
  const names = chart.compact ? [] : chart.lines.filter((line) => line.median).map((line) => line.label);
  const right = Math.max(8, ...names.map((name) => textWidth(name, base * 1.05, true) + 10));
  const top = rows * row + base * 2.2;
  const width = Math.max(40, chart.width - left - right);
  const days = Math.max(1, chart.meta.days - 1);
  return {
    left,
    top,
    width,
    height: chart.height,
    x: (day) => left + (day / days) * width,
    y: (value) => top + chart.height * (1 - (value - axis.low) / (axis.high - axis.low)),
  };
}

export function fanChart(chart: FanChart): Drawn {
  const axis = axisOf(chart.domain ?? domainOf(chart.lines), Math.max(3, Math.floor(chart.height / (chart.base * 2.8))));
  const bars = chart.events === "full" ? barsOf(chart) : [];
  const row = chart.base * 1.42;
  const frame = frameOf(chart, axis, bars.length, row);
  const height = frame.top + frame.height + chart.base + 12;
  const svg = chartShell(chart, height);
  svg.append(drawStripes(chart, frame), drawAxes(chart, frame, axis));
  if (bars.length > 0) svg.append(drawEvents(chart, frame, bars, row));
  for (const filled of [true, false]) {
    // Lines lie on areas.
    for (const line of chart.lines) if (line.filled === filled) svg.append(drawLine(line, frame));
  }
  if (!chart.compact) svg.append(drawNames(chart, frame));
  const cursor = s("line", { class: "cursor", y1: frame.top, y2: frame.top + frame.height, visibility: "hidden" });
  svg.append(cursor);
  return {
    svg,
    axis,
    day: (x) =>
      Math.min(chart.meta.days - 1, Math.max(0, Math.round(((x - frame.left) / frame.width) * (chart.meta.days - 1)))),
    point: (day) => {
      cursor.setAttribute("visibility", day === null ? "hidden" : "visible");
      if (day === null) return;
      cursor.setAttribute("x1", frame.x(day).toFixed(1));
      cursor.setAttribute("x2", frame.x(day).toFixed(1));
    },
  };
}
