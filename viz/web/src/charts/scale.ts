// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Scales and texts of charts: where a value lies, which marks an axis has, how wide a text is.

import type { Meta } from "../model";
import { dayOf, type Words } from "../format";
import type { Fan } from "../data";

export interface Domain {
  low: number;
  high: number;
}

export interface Axis extends Domain {
  ticks: number[];
  decimals: number;
  fromZero: boolean;
}

/// Marks at 1, 2, 2.5 or 5 times a power of ten, about `count` of them; zero is on the axis where values come near it.
export function axisOf(domain: Domain, count: number): Axis {
  let { low, high } = domain;
  if (!(high >= low)) [low, high] = [0, 1];
  if (low >= 0 && low < 0.6 * high) low = 0;
  if (high <= 0 && high > 0.6 * low) high = 0;
  if (high - low < 1e-12) {
    const room = Math.max(Math.abs(high), 1) * 0.5;
    if (low !== 0) low -= room;
    high += room;
  }
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999)!;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  let decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-6) ++decimals;
  const ticks: number[] = [];
  for (let i = first; i <= last; ++i) ticks.push(i * step);
  return { low: first * step, high: last * step, ticks, decimals, fromZero: first <= 0 && last >= 0 };
}

export function widen(domain: Domain, curves: ArrayLike<number>[]): Domain {
  let { low, high } = domain;
  for (const curve of curves) {
    for (let i = 0; i < curve.length; ++i) {
      const value = curve[i]!;
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return { low, high };
}

export const EMPTY: Domain = { low: Infinity, high: -Infinity };

/// From which number of draws on the ends are the 5 and 95 % quantiles; below, they are the extremes.
export const QUANTILE_DRAWS = 19;

export const hasValues = (fan: Fan): boolean => fan[2]!.some((value) => Number.isFinite(value));
export const hasHidden = (fan: Fan): boolean => fan.some((curve) => curve.some((value) => value === -Infinity));

/// Days to mark, at least `apart` pixels from each other: the first of months, else every so many weeks.
export function dayTicks(meta: Meta, width: number, apart: number): number[] {
  const room = Math.max(1, Math.floor(width / apart));
  const months: number[] = [];
  for (let day = 0; day < meta.days; ++day) if (dayOf(meta.start, day).day === 1) months.push(day);
  if (meta.days > 100 && months.length > 1) {
    const every = [1, 2, 3, 6, 12].find((step) => Math.ceil(months.length / step) <= room) ?? 12;
    return months.filter((_, i) => i % every === 0);
  }
  const every = [1, 2, 5, 7, 14, 28, 56].find((step) => Math.ceil(meta.days / step) <= room) ?? 112;
  return Array.from({ length: Math.ceil(meta.days / every) }, (_, i) => i * every);
}

let pen: CanvasRenderingContext2D | null | undefined;

/// In the page's font; about right where the browser lends no canvas.
export function textWidth(text: string, size: number, bold = false): number {
  if (pen === undefined) pen = document.createElement("canvas").getContext("2d");
  if (!pen) return text.length * size * 0.58;
  pen.font = `${bold ? "700 " : ""}${size}px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(text).width * 1.02;
}

/// The text, or its beginning with an ellipsis, in at most `width` pixels.
export function fitted(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let length = text.length;
  while (length > 1 && textWidth(text.slice(0, length) + "…", size) > width) --length;
  return text.slice(0, length).trimEnd() + "…";
}

/// What an axis says on top of it.
export const axisUnit = (words: Words, unit: string, difference: boolean): string =>
  difference ? words.differenceUnit(unit) : words.unit(unit);
