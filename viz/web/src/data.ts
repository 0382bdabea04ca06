// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Reads what viz/report packed into this page.

import type { Offer } from "./live/room";
import type { Annex, Meta, SiteRow } from "./model";

/// Stands for a count too small to be shown; NaN stands for no value.
export const HIDDEN = Number.NEGATIVE_INFINITY;
export const QUANTILES = 5;
/// How many draws of one point are shown one by one: `most_draws` of viz/report/curves.h.
export const drawsShown = (meta: Meta): number => Math.min(20, meta.replicates);

/// From which number of draws on the ends are the 5 and 95 % quantiles; below, they are the extremes.
export const QUANTILE_DRAWS = 19;

/// Quantiles of each day, from the lowest to the highest.
export type Fan = Float64Array[];

export const hasValues = (fan: Fan): boolean => fan[2]!.some((value) => Number.isFinite(value));
export const hasHidden = (fan: Fan): boolean => fan.some((curve) => curve.some((value) => value === HIDDEN));

export interface Curves {
  decimals: number;
  differenceDecimals: number;
  crisis: Fan[]; // of each variant
  quiet: Fan[]; // the same without shocks
  differences: Fan[]; // of each variant but the first
}

/// Whoever has curves: this file, or the simulation of a room. Of each site; null if they were left out.
export interface Provider {
  curves(indicator: number): Promise<Curves[] | null>;
  draws(indicator: number): Promise<Float64Array[][][] | null>; // [site][variant][draw]
}

/// What CurveWriter of viz/report/pack.h wrote, curve after curve.
export class CurveReader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  private varint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error("curves end too early");
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  /// `step` is the size of one: 0.01 for two decimals.
  curve(days: number, decimals: number): Float64Array {
    const curve = new Float64Array(days);
    const power = 10 ** decimals;
    let last = 0;
    for (let day = 0; day < days; ++day) {
      const code = this.varint();
      if (code === 0) curve[day] = NaN;
      else if (code === 1) curve[day] = HIDDEN;
      else {
        const zigzag = code - 2;
        last += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
        curve[day] = last / power;
      }
    }
    return curve;
  }

  fan(days: number, decimals: number): Fan {
    return Array.from({ length: QUANTILES }, () => this.curve(days, decimals));
  }
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

async function unpacked(text: string): Promise<Uint8Array> {
  const bytes = bytesOf(text);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/// What comes after the script in the file is there once the file is read. An element is whole when something follows.
async function textOf(id: string): Promise<string | null> {
  const found = (): HTMLElement | null => {
    const element = document.getElementById(id);
    return element && (element.nextSibling !== null || document.readyState !== "loading") ? element : null;
  };
  if (!found() && document.readyState === "loading") {
    await new Promise((read) => document.addEventListener("DOMContentLoaded", read, { once: true }));
  }
  return found()?.textContent?.trim() ?? null;
}

export function readMeta(): Meta {
  return JSON.parse(document.getElementById("essaim-meta")!.textContent!) as Meta;
}

/// Blocks of data, unpacked when they are asked for and kept.
export class Data implements Provider {
  private readonly kept = new Map<string, Promise<Uint8Array | null>>();
  private readonly curvesKept = new Map<number, Promise<Curves[] | null>>();
  private readonly drawsKept = new Map<number, Promise<Float64Array[][][] | null>>();
  private annexKept: Promise<Annex | null> | null = null;
  private readonly rowsKept = new Map<number, Promise<SiteRow[]>>();
  constructor(private readonly meta: Meta) {}

  private block(name: string): Promise<Uint8Array | null> {
    let block = this.kept.get(name);
    if (!block) {
      block = textOf(`block-${name}`).then((text) => (text === null ? null : unpacked(text)));
      this.kept.set(name, block);
    }
    return block;
  }

  private async json<T>(name: string): Promise<T | null> {
    const bytes = await this.block(name);
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
  }

  /// Of each site.
  rows(indicator: number): Promise<SiteRow[]> {
    let rows = this.rowsKept.get(indicator);
    if (!rows) {
      rows = this.json<SiteRow[]>(`rows-${indicator}`).then((found) => {
        if (!found) throw new Error(`no numbers of ${this.meta.indicators[indicator]?.name}`);
        return found;
      });
      this.rowsKept.set(indicator, rows);
    }
    return rows;
  }

  annex(): Promise<Annex | null> {
    this.annexKept ??= this.json<Annex>("annex");
    return this.annexKept;
  }

  /// What a room may choose; null if this page cannot simulate.
  offer(): Promise<Offer | null> {
    return this.json<Offer>("offer");
  }

  /// The geometry of charts; null if the page was built without it.
  charts(): Promise<Uint8Array | null> {
    return this.block("charts");
  }

  /// What the simulator reads first, and the simulator.
  bundle(): Promise<Uint8Array | null> {
    return this.block("bundle");
  }
  module(): Promise<Uint8Array | null> {
    return this.block("module");
  }

  /// The territory, then its zones coloured under each variant; null where they were left out.
  maps(site: number, language: string): Promise<(string | null)[] | null> {
    return this.json<(string | null)[]>(`map-${site}-${language}`);
  }

  /// Of each site; null if they were left out.
  curves(indicator: number): Promise<Curves[] | null> {
    let curves = this.curvesKept.get(indicator);
    if (!curves) {
      curves = this.readCurves(indicator);
      this.curvesKept.set(indicator, curves);
    }
    return curves;
  }

  private async readCurves(indicator: number): Promise<Curves[] | null> {
    const bytes = await this.block(`curves-${indicator}`);
    const decimals = this.meta.contents.decimals[indicator];
    if (!bytes || !decimals) return null;
    const reader = new CurveReader(bytes);
    const { days, variants, sites } = this.meta;
    return sites.map((_, site) => {
      const curves: Curves = {
        decimals: decimals[0][site]!,
        differenceDecimals: decimals[1][site]!,
        crisis: [],
        quiet: [],
        differences: [],
      };
      for (let v = 0; v < variants.length; ++v) {
        curves.crisis.push(reader.fan(days, curves.decimals));
        curves.quiet.push(reader.fan(days, curves.decimals));
      }
      for (let v = 1; v < variants.length; ++v) curves.differences.push(reader.fan(days, curves.differenceDecimals));
      return curves;
    });
  }

  /// [site][variant][draw]
  draws(indicator: number): Promise<Float64Array[][][] | null> {
    let draws = this.drawsKept.get(indicator);
    if (!draws) {
      draws = this.readDraws(indicator);
      this.drawsKept.set(indicator, draws);
    }
    return draws;
  }

  private async readDraws(indicator: number): Promise<Float64Array[][][] | null> {
    const bytes = await this.block(`draws-${indicator}`);
    const decimals = this.meta.contents.decimals[indicator];
    if (!bytes || !decimals) return null;
    const reader = new CurveReader(bytes);
    const count = drawsShown(this.meta);
    return this.meta.sites.map((_, site) =>
      this.meta.variants.map(() =>
        Array.from({ length: count }, () => reader.curve(this.meta.days, decimals[0][site]!)),
      ),
    );
  }
}
