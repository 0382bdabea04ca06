// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Where things lie in charts: the geometry of `essaim plot`, as a small WebAssembly module (viz/wasm/charts.cc). What
// is asked travels as bytes, in the order of viz/wasm/chart_codec.h; what comes back are marks, each with its role.

import type { Language } from "../model";

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  essaim_input(size: number): number;
  essaim_output_size(): number;
  essaim_chart_curves(): number;
  essaim_chart_domain(): number;
  essaim_chart_dots(): number;
}

export interface Sheet {
  width: number; // pixels
  size: number; // of text
  language: Language;
}

export interface Domain {
  low: number;
  high: number;
}

export interface EventBar {
  label: string;
  from: number; // days of the run
  to: number;
  shock: boolean; // else a measure
}

/// The worlds of a line, as viz/core/curve_layout.h names them.
const WORLDS = ["with", "without", "quiet"] as const;
const SETTINGS = ["full", "marks", "small"] as const;
const SIGNS = ["with", "without", "effect"] as const;

export interface CurveLine {
  kind: (typeof WORLDS)[number];
  label: string;
  fan: Float64Array[]; // [quantile][day]; not finite: missing
  draws?: Float64Array[];
  median: boolean;
  bands: boolean;
  filled: boolean;
  few: boolean;
}

export interface CurveChart {
  sheet: Sheet;
  height: number; // of the curves alone
  start: string; // "2026-06-01"
  days: number;
  unit: string;
  difference: boolean;
  setting: (typeof SETTINGS)[number];
  lines: CurveLine[];
  events: EventBar[];
  domain?: Domain;
}

export interface Dot {
  kind: (typeof SIGNS)[number];
  value: number;
  low: number | null;
  high: number | null;
}

export interface DotRow {
  label: string;
  dots: Dot[];
  note?: string; // instead of dots
}

export interface DotChart {
  sheet: Sheet;
  unit: string;
  difference: boolean;
  rows: DotRow[];
}

/// What kind a mark is of, its role, and the rest by kind: see viz/wasm/chart_answer.h.
export type Mark =
  | ["line", string, number, number, number, number]
  | ["path", string, string]
  | ["rect", string, number, number, number, number, number]
  | ["circle", string, number, number, number]
  | ["text", string, number, number, number, string, string];

export interface Layout {
  width: number;
  height: number;
  layers: [string, Mark[]][];
}

export interface CurveLayout extends Layout {
  frame: [number, number, number, number]; // x, y, width, height
  from_zero: boolean;
}

/// Writes what viz/live/codec.h reads.
class Bytes {
  private bytes = new Uint8Array(4096);
  private view = new DataView(this.bytes.buffer);
  private at = 0;

  private room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const longer = new Uint8Array(2 * (this.at + size));
    longer.set(this.bytes);
    this.bytes = longer;
    this.view = new DataView(longer.buffer);
  }
  byte(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }
  flag = (value: boolean): void => this.byte(value ? 1 : 0);
  whole(value: number): void {
    this.room(4);
    this.view.setUint32(this.at, value, true);
    this.at += 4;
  }
  number(value: number): void {
    this.room(8);
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }
  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.whole(encoded.length);
    this.room(encoded.length);
    this.bytes.set(encoded, this.at);
    this.at += encoded.length;
  }
  list<T>(values: readonly T[], one: (value: T) => void): void {
    this.whole(values.length);
    values.forEach(one);
  }
  curves(curves: Float64Array[]): void {
    this.list(curves, (curve) => {
      this.whole(curve.length);
      for (const value of curve) this.number(value);
    });
  }
  maybe(value: number | null): void {
    this.flag(value !== null);
    if (value !== null) this.number(value);
  }
  sheet({ width, size, language }: Sheet): void {
    this.number(width);
    this.number(size);
    this.byte(language === "fr" ? 0 : 1);
  }
  take = (): Uint8Array => this.bytes.subarray(0, this.at);
}

function curveBytes(chart: CurveChart): Uint8Array {
  const out = new Bytes();
  out.sheet(chart.sheet);
  out.number(chart.height);
  for (const part of chart.start.split("-")) out.whole(Number(part));
  out.whole(chart.days);
  out.text(chart.unit);
  out.flag(chart.difference);
  out.byte(SETTINGS.indexOf(chart.setting));
  out.list(chart.lines, (line) => {
    out.byte(WORLDS.indexOf(line.kind));
    out.text(line.label);
    out.curves(line.fan);
    out.curves(line.draws ?? []);
    for (const flag of [line.median, line.bands, line.filled, line.few]) out.flag(flag);
  });
  out.list(chart.events, (bar) => {
    out.text(bar.label);
    out.number(bar.from);
    out.number(bar.to);
    out.flag(bar.shock);
  });
  out.flag(chart.domain !== undefined);
  if (chart.domain) {
    out.number(chart.domain.low);
    out.number(chart.domain.high);
  }
  out.byte(2); // no loss is shaded
  return out.take();
}

function dotBytes(chart: DotChart): Uint8Array {
  const out = new Bytes();
  out.sheet(chart.sheet);
  out.text(chart.unit);
  out.flag(chart.difference);
  out.byte(0); // names stand beside their rows where there is room
  out.list(chart.rows, (row) => {
    out.text(row.label);
    out.list(row.dots, (dot) => {
      out.byte(SIGNS.indexOf(dot.kind));
      out.number(dot.value);
      out.maybe(dot.low);
      out.maybe(dot.high);
    });
    out.text(row.note ?? "");
  });
  return out.take();
}

let exports: Exports | null = null;

/// To be called before the first chart. Where this browser runs no WebAssembly, or the page has no module, nothing is
/// drawn, and the tables of the charts are shown in their place.
export async function loadGeometry(module: Uint8Array | null): Promise<void> {
  if (!module || typeof WebAssembly === "undefined") return;
  try {
    const { instance } = await WebAssembly.instantiate(module as BufferSource);
    exports = instance.exports as unknown as Exports;
    exports._initialize();
  } catch {
    exports = null;
  }
}

export const canDraw = (): boolean => exports !== null;

function answer(bytes: Uint8Array, call: (from: Exports) => number): unknown {
  if (!exports) return null;
  const at = exports.essaim_input(bytes.length);
  new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
  const found = call(exports);
  const text = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, found, exports.essaim_output_size()));
  if (text === "") throw new Error("a chart that the geometry does not understand");
  return JSON.parse(text);
}

/// Each gives null where nothing can be drawn.
export const curveLayout = (chart: CurveChart): CurveLayout | null => answer(curveBytes(chart), (from) => from.essaim_chart_curves()) as CurveLayout | null;
export const dotLayout = (chart: DotChart): Layout | null => answer(dotBytes(chart), (from) => from.essaim_chart_dots()) as Layout | null;

/// What the lines of a chart reach; null if they reach nothing.
export function curveDomain(chart: CurveChart): Domain | null {
  const [low, high] = (answer(curveBytes(chart), (from) => from.essaim_chart_domain()) ?? []) as [number?, number?];
  return low === undefined || high === undefined ? null : { low, high };
}
