// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// A film's moment as pixels: the ground once, then the marks of who is under way, straight into the picture's bytes.

import { hoursOf, MODES, type Film, type Ground, type Tours } from "./film";

export interface View {
  width: number; // pixels
  height: number;
  scale: number; // pixels a metre
  x: number; // metres at the left
  y: number; // metres at the top
}

const SQUARE_M = 200; // homes are shown by squares, never one by one

/// The whole commune, without the town beyond it.
export function fitted(ground: Ground, width: number, height: number): View {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < ground.nodes.length / 2; ++node) {
    if (node === ground.town) continue;
    left = Math.min(left, ground.nodes[2 * node]!);
    right = Math.max(right, ground.nodes[2 * node]!);
    low = Math.min(low, ground.nodes[2 * node + 1]!);
    high = Math.max(high, ground.nodes[2 * node + 1]!);
  }
  const margin = 0.04;
  const scale = Math.min(width / Math.max(1, right - left), height / Math.max(1, high - low)) * (1 - 2 * margin);
  return {
    width,
    height,
    scale,
    x: (left + right) / 2 - width / 2 / scale,
    y: (low + high) / 2 + height / 2 / scale,
  };
}

/// Ways from homes to places, one behind the other: x and y in pixels and the share of the way up to there, [0, 1].
class Ways {
  private points = new Float32Array(3 * 4096);
  private used = 0; // points
  readonly first: number[] = []; // point of each way
  readonly count: number[] = []; // its points, at least two

  add(x: number, y: number): void {
    if (3 * (this.used + 1) > this.points.length) {
      const larger = new Float32Array(2 * this.points.length);
      larger.set(this.points);
      this.points = larger;
    }
    this.points[3 * this.used] = x;
    this.points[3 * this.used + 1] = y;
    ++this.used;
  }

  /// All points added since the last end are one way; its number.
  end(): number {
    const { points } = this;
    const first = this.first.length > 0 ? this.first.at(-1)! + this.count.at(-1)! : 0;
    points[3 * first + 2] = 0;
    for (let i = first + 1; i < this.used; ++i) {
      points[3 * i + 2] = points[3 * i - 1]! + Math.hypot(points[3 * i]! - points[3 * i - 3]!, points[3 * i + 1]! - points[3 * i - 2]!);
    }
    const length = points[3 * this.used - 1] || 1;
    for (let i = first + 1; i < this.used; ++i) points[3 * i + 2]! /= length;
    this.first.push(first);
    return this.count.push(this.used - first) - 1;
  }

  /// The piece of a way on which a share of it lies, looked for from another piece: who moves is near where they were.
  piece(way: number, share: number, from: number): number {
    const { points } = this;
    const at = 3 * this.first[way]! + 2;
    const last = this.count[way]! - 2;
    let piece = Math.min(from, last);
    while (piece < last && points[at + 3 * (piece + 1)]! < share) ++piece;
    while (piece > 0 && points[at + 3 * piece]! > share) --piece;
    return piece;
  }

  /// A mark at a share of a way, on that piece of it.
  put(way: number, piece: number, share: number, on: Marks): void {
    const { points } = this;
    const p = 3 * (this.first[way]! + piece);
    const span = points[p + 5]! - points[p + 2]! || 1;
    const f = Math.min(1, Math.max(0, (share - points[p + 2]!) / span));
    mark(on, Math.round(points[p]! + f * (points[p + 3]! - points[p]!)), Math.round(points[p + 1]! + f * (points[p + 4]! - points[p + 1]!)));
  }
}

/// What stands for somebody in a picture: a block of pixels, told by its shape as well as by its colour.
export interface Mark {
  colour: number;
  width: number; // pixels
  height: number;
}

interface Marks {
  pixels: Uint32Array;
  view: View;
  mark: Mark;
}

function mark({ pixels, view, mark: { colour, width, height } }: Marks, cx: number, cy: number): void {
  const left = Math.max(0, cx - (width >> 1));
  const right = Math.min(view.width, cx - (width >> 1) + width);
  const top = cy - (height >> 1);
  const bottom = Math.min(view.height, top + height);
  for (let y = Math.max(0, top); y < bottom; ++y) {
    const row = y * view.width;
    for (let x = left; x < right; ++x) pixels[row + x] = colour;
  }
}

const UNKNOWN = -1; // a way that was not looked for yet, or that is not there yet
const BUDGET_MS = 12; // of one picture, to follow ways to their places: a picture must not wait for all of them

/// Where a tour is on its way out, in [0, 1); on its way back from 1 down; less than 0 when it is neither.
const shareOf = (minute: number, out: number, back: number, way: number): number => {
  const there = (minute - out) / way;
  if (there < 1) return there;
  const home = (minute - back) / way;
  return home >= 0 && home < 1 ? 1 - home : -1;
};

/// What is drawn of one day: who leaves when, and by which way. Tours stand in the order in which they leave.
export class DayScene {
  late = false; // there was no time in this picture to follow everybody's way: the next one goes on
  private readonly out: Float32Array;
  private readonly back: Float32Array;
  private readonly home: Uint32Array;
  private readonly place: Uint32Array;
  private readonly minutes: Uint16Array;
  private readonly mode: Uint8Array;
  private readonly wayOf: Int32Array;
  private readonly pieceOf: Uint16Array; // where on its way a tour was drawn last
  private readonly ways = new Ways();
  private readonly known = new Map<number, number>(); // ways, by home and place

  constructor(
    private readonly film: Pick<Film, "ground" | "toward">,
    readonly tours: Tours,
    private readonly view: View,
  ) {
    const count = tours.home.length;
    const hours = Array.from({ length: count }, (_, i) => hoursOf(tours, i));
    const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => hours[a]![0] - hours[b]![0]);
    this.out = Float32Array.from(order, (i) => hours[i]![0]);
    this.back = Float32Array.from(order, (i) => hours[i]![1]);
    this.home = Uint32Array.from(order, (i) => tours.home[i]!);
    this.place = Uint32Array.from(order, (i) => tours.place[i]!);
    this.minutes = Uint16Array.from(order, (i) => tours.minutes[i]!);
    this.mode = Uint8Array.from(order, (i) => tours.kind[i]! & 15);
    this.wayOf = new Int32Array(count).fill(UNKNOWN);
    this.pieceOf = new Uint16Array(count);
  }

  private add(node: number, atHome: boolean): void {
    let x = this.film.ground.nodes[2 * node]!;
    let y = this.film.ground.nodes[2 * node + 1]!;
    if (atHome) {
      x = (Math.floor(x / SQUARE_M) + 0.5) * SQUARE_M;
      y = (Math.floor(y / SQUARE_M) + 0.5) * SQUARE_M;
    }
    this.ways.add((x - this.view.x) * this.view.scale, (this.view.y - y) * this.view.scale);
  }

  private way(home: number, place: number): number {
    const { ground } = this.film;
    const key = home * ground.places.length + place;
    const kept = this.known.get(key);
    if (kept !== undefined) return kept;
    const next = this.film.toward(this.tours.state, place);
    if (!next) return UNKNOWN;
    const goal = ground.places[place]!;
    this.add(home, true);
    let node = home;
    for (let step = 0; step < next.length && node !== goal; ++step) {
      const onward = next[node]!;
      if (onward === node) break;
      node = onward;
      this.add(node, false);
    }
    if (node === home) this.add(goal, false);
    const way = this.ways.end();
    this.known.set(key, way);
    return way;
  }

  /// Puts the mark of their mode for everybody who is under way at that minute; how many there are, by mode, drawn or
  /// not yet.
  draw(minute: number, pixels: Uint32Array, marks: Mark[]): Uint32Array {
    const { out, back, minutes, mode, wayOf, pieceOf, ways } = this;
    const count = new Uint32Array(MODES.length);
    const on: Marks = { pixels, view: this.view, mark: marks[0]! };
    const until = performance.now() + BUDGET_MS;
    let looked = 0;
    let hasTime = true;
    this.late = false;
    for (let i = 0; i < out.length && out[i]! <= minute; ++i) {
      const share = shareOf(minute, out[i]!, back[i]!, minutes[i]!);
      if (share < 0) continue;
      ++count[mode[i]!]!;
      if (wayOf[i] === UNKNOWN && hasTime) {
        wayOf[i] = this.way(this.home[i]!, this.place[i]!);
        if (++looked % 32 === 0) hasTime = performance.now() < until;
      }
      const way = wayOf[i]!;
      if (way === UNKNOWN) {
        this.late ||= !hasTime;
        continue;
      }
      const piece = ways.piece(way, share, pieceOf[i]!);
      pieceOf[i] = piece;
      on.mark = marks[mode[i]!]!;
      ways.put(way, piece, share, on);
    }
    return count;
  }

  /// Lorries: each delivery comes from the town in the morning and goes back.
  drawDeliveries(minute: number, pixels: Uint32Array, lorry: Mark): number {
    let shown = 0;
    this.tours.deliveries.forEach((place, k) => {
      const leaves = 300 + 24 * (k % 10);
      const there = (minute - leaves) / 40;
      const back = (minute - leaves - 55) / 40;
      const share = there >= 0 && there < 1 ? 1 - there : back >= 0 && back < 1 ? back : -1;
      if (share < 0) return;
      const way = this.way(this.film.ground.places[place]!, 0);
      if (way === UNKNOWN) return;
      ++shown;
      this.ways.put(way, this.ways.piece(way, share, 0), share, { pixels, view: this.view, mark: lorry });
    });
    return shown;
  }
}

const ROAD_WIDTH = [2.5, 2.5, 1.8, 1.1, 0.8, 0.6]; // by class

export interface Palette {
  paper: string;
  road: string;
  home: string;
  field: string;
  furrow: string;
  ink: string;
}

/// Fields in furrows: told by their lines as well as by their colour.
function drawFields(context: CanvasRenderingContext2D, ground: Ground, view: View, palette: Palette): void {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 6;
  const paint = tile.getContext("2d")!;
  paint.fillStyle = palette.field;
  paint.fillRect(0, 0, 6, 6);
  paint.strokeStyle = palette.furrow;
  paint.beginPath();
  for (const start of [-6, 0, 6]) {
    paint.moveTo(start - 1, 7);
    paint.lineTo(start + 7, -1);
  }
  paint.stroke();
  context.beginPath();
  for (const ring of ground.fields) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [(ring[i]! - view.x) * view.scale, (view.y - ring[i + 1]!) * view.scale];
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
  }
  context.fillStyle = context.createPattern(tile, "repeat")!;
  context.fill();
  context.strokeStyle = palette.furrow;
  context.lineWidth = 1;
  context.stroke();
}

/// Fields, roads, squares where people live, places: what does not move.
export function drawGround(context: CanvasRenderingContext2D, ground: Ground, view: View, palette: Palette): void {
  const x = (node: number): number => (ground.nodes[2 * node]! - view.x) * view.scale;
  const y = (node: number): number => (view.y - ground.nodes[2 * node + 1]!) * view.scale;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, view.width, view.height);
  drawFields(context, ground, view, palette);
  const most = Math.max(1, ...ground.homes.map(([, , count]) => count));
  context.fillStyle = palette.home;
  for (const [column, row, count] of ground.homes) {
    context.globalAlpha = 0.15 + 0.45 * Math.sqrt(count / most);
    const size = SQUARE_M * view.scale;
    context.fillRect((column * SQUARE_M - view.x) * view.scale, (view.y - (row + 1) * SQUARE_M) * view.scale, size, size);
  }
  context.globalAlpha = 1;
  context.strokeStyle = palette.road;
  context.lineCap = "round";
  for (let i = 0; i < ground.roads.length; i += 3) {
    context.lineWidth = ROAD_WIDTH[ground.roads[i + 2]!] ?? 1;
    context.beginPath();
    context.moveTo(x(ground.roads[i]!), y(ground.roads[i]!));
    context.lineTo(x(ground.roads[i + 1]!), y(ground.roads[i + 1]!));
    context.stroke();
  }
  ground.kinds.forEach((kind, place) => {
    const node = ground.places[place]!;
    if (kind !== "town" && kind !== "workplace") drawPlace(context, kind, x(node), y(node), palette);
  });
}

/// Told by shape: shops square, schools triangle, doctors cross, town hall diamond, fuel a ring.
function drawPlace(context: CanvasRenderingContext2D, kind: string, x: number, y: number, palette: Palette): void {
  const r = 5;
  context.fillStyle = palette.paper;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.6;
  context.beginPath();
  if (kind === "food_shop" || kind === "grocer") context.rect(x - r, y - r, 2 * r, 2 * r);
  else if (kind === "school") {
    context.moveTo(x, y - r);
    context.lineTo(x + r, y + r);
    context.lineTo(x - r, y + r);
    context.closePath();
  } else if (kind === "doctor") {
    context.moveTo(x - r, y);
    context.lineTo(x + r, y);
    context.moveTo(x, y - r);
    context.lineTo(x, y + r);
  } else if (kind === "town_hall") {
    context.moveTo(x, y - r);
    context.lineTo(x + r, y);
    context.lineTo(x, y + r);
    context.lineTo(x - r, y);
    context.closePath();
  } else context.arc(x, y, r - 1, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

/// What a picture tells apart: by car, together or by public transport, on foot or by bike.
export const GROUPS = ["car", "shared", "active"] as const;
export type Group = (typeof GROUPS)[number];

export const MODE_GROUP: Record<(typeof MODES)[number], Group> = {
  car: "car",
  lift: "car",
  carpool: "shared",
  transit: "shared",
  bike: "active",
  walk: "active",
  ride: "shared",
};

/// Width and height of marks in pixels, of alike area, in a village and in a town: a car is square, a bus is wide,
/// somebody on foot is tall; in the legend too (styles/room.css).
export const SHAPE: Record<Group, { village: [number, number]; town: [number, number] }> = {
  car: { village: [5, 5], town: [3, 3] },
  shared: { village: [9, 3], town: [5, 2] },
  active: { village: [3, 8], town: [2, 4] },
};
