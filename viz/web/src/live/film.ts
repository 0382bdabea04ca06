// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// One replicate of a commune in the crisis, day after day: see viz/live/film.h. Days are simulated as they are wanted,
// and kept as lists of tours; where somebody is at an hour is worked out when it is drawn.

import { Clerk, type Supplies } from "./pool";

export interface Ground {
  nodes: number[]; // x, y in metres, node after node
  roads: number[]; // a, b, class
  places: number[]; // node of each
  kinds: string[]; // of each place
  homes: [number, number, number][]; // squares of 200 m: column, row, households; those with few are left out
  fields: number[][]; // rings: x, y in metres, corner after corner; holes turn the other way round
  farmland: { origin: "none" | "source" | "known" | "assumed"; hectares: number; missing: number };
  town: number; // its node: everything that is not in the commune
  residents: number;
  made_up: boolean;
}

export interface Tours {
  day: number;
  state: number; // of the roads
  home: Uint32Array; // node
  place: Uint32Array;
  minutes: Uint16Array; // one way
  kind: Uint8Array; // purpose x 16 + mode
  deliveries: Uint32Array; // places
}

/// In the order of models/mobility: Purpose and Mode.
export const PURPOSES = ["work", "school", "care", "shop", "outing", "none"] as const;
export const MODES = ["car", "lift", "carpool", "transit", "bike", "walk", "ride"] as const;

export function readDay(bytes: Uint8Array): Tours {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const word = (): number => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const list = <T>(width: number, make: (buffer: ArrayBuffer) => T): T => {
    const size = word() * width;
    at += size;
    return make(bytes.slice(at - size, at).buffer);
  };
  const words = (): Uint32Array => list(4, (buffer) => new Uint32Array(buffer));
  const day = word();
  const state = word();
  const home = words();
  const place = words();
  const minutes = list(2, (buffer) => new Uint16Array(buffer));
  const kind = list(1, (buffer) => new Uint8Array(buffer));
  return { day, state, home, place, minutes, kind, deliveries: words() };
}

/// A number in [0, 1) that is always the same for the same tour.
export function chanceOf(a: number, b: number, c: number): number {
  let x = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) >>> 0;
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39) >>> 0;
  return ((x ^ (x >>> 15)) >>> 0) / 4294967296;
}

/// Hours for show: the model decides the tours of a day, not their minutes. [leaves from, to; leaves back from, to]
const HOURS: Record<(typeof PURPOSES)[number], [number, number, number, number]> = {
  work: [6.5, 9, 16, 18.5],
  school: [7.75, 8.4, 16.3, 17],
  care: [9, 11.5, 11.5, 13],
  shop: [9, 17, 10, 19.5],
  outing: [9.5, 18, 11, 21],
  none: [9, 17, 10, 19],
};

/// When a tour leaves home and when it leaves for home, in minutes of the day; it is back before midnight.
export function hoursOf(tours: Tours, i: number): [number, number] {
  const purpose = PURPOSES[tours.kind[i]! >> 4]!;
  const [first, last, back, lastBack] = HOURS[purpose];
  const u = chanceOf(tours.home[i]!, i, tours.day);
  const way = tours.minutes[i]!;
  const out = Math.max(0, Math.min(60 * (first + u * (last - first)), 1419 - 2 * way));
  const home = Math.max(60 * (back + u * (lastBack - back)), out + way + 20);
  return [out, Math.min(home, 1439 - way)];
}

export class Film {
  readonly days: Tours[] = [];
  over = false;
  onways: () => void = () => {}; // ways that were asked for are known: who takes them can be drawn
  private readonly ways = new Map<string, Uint32Array | null>(); // null: asked for
  private asking: Promise<void> | null = null;

  private constructor(
    private readonly clerk: Clerk,
    readonly ground: Ground,
  ) {}

  static async start(supplies: Supplies, room: string, replicate: number, variant: number): Promise<Film> {
    const clerk = new Clerk(supplies);
    try {
      const why = await clerk.ask<string>({ what: "room", room });
      if (why) throw new Error(why);
      const ground = await clerk.ask<string>({ what: "film", replicate, variant });
      return new Film(clerk, JSON.parse(ground) as Ground);
    } catch (failure) {
      clerk.end();
      throw failure;
    }
  }

  get failure(): Error | null {
    return this.clerk.failure;
  }

  end(): void {
    this.clerk.end();
  }

  /// Simulates on until that day is there, or the run is over.
  async until(day: number): Promise<void> {
    while (!this.over && this.days.length <= day) {
      this.asking ??= this.clerk.ask<Uint8Array>({ what: "film day" }).then((bytes) => {
        this.asking = null;
        if (bytes.length === 0) this.over = true;
        else this.days.push(readDay(bytes));
      });
      await this.asking;
    }
  }

  /// The next node on the way to a place, by node; nothing while it is not known yet.
  toward(state: number, place: number): Uint32Array | undefined {
    const key = `${state}:${place}`;
    if (!this.ways.has(key)) {
      this.ways.set(key, null);
      void this.clerk.ask<Uint8Array>({ what: "film ways", state, place }).then((bytes) => {
        this.ways.set(key, new Uint32Array(bytes.slice().buffer));
        this.onways();
      }, () => this.ways.delete(key));
    }
    return this.ways.get(key) ?? undefined;
  }
}
