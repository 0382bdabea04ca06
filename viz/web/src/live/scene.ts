// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// A film's moment as pixels: the ground once, then the dots of who is under way, straight into the picture's bytes.

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

/// A tour on its way: nodes from home to place, with the share of the way up to each.
interface Path {
  x: Float32Array; // pixels
  y: Float32Array;
  at: Float32Array; // in [0, 1]
}

/// What is drawn of one day: who leaves when, and by which way.
export class DayScene {
  private readonly out: Float32Array;
  private readonly back: Float32Array;
  private readonly paths = new Map<string, Path>();
  private readonly pathOf: (Path | undefined)[];
  private readonly order: Uint32Array; // tours by the minute they leave

  constructor(
    private readonly film: Film,
    readonly tours: Tours,
    private readonly view: View,
  ) {
    const count = tours.home.length;
    this.out = new Float32Array(count);
    this.back = new Float32Array(count);
    for (let i = 0; i < count; ++i) [this.out[i], this.back[i]] = hoursOf(tours, i) as [number, number];
    this.pathOf = new Array<Path | undefined>(count);
    this.order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => this.out[a]! - this.out[b]!);
  }

  private pixel(node: number, atHome: boolean): [number, number] {
    let x = this.film.ground.nodes[2 * node]!;
    let y = this.film.ground.nodes[2 * node + 1]!;
    if (atHome) {
      x = (Math.floor(x / SQUARE_M) + 0.5) * SQUARE_M;
      y = (Math.floor(y / SQUARE_M) + 0.5) * SQUARE_M;
    }
    return [(x - this.view.x) * this.view.scale, (this.view.y - y) * this.view.scale];
  }

  /// Nothing while the way is not known.
  private path(home: number, place: number): Path | undefined {
    const key = `${home}:${place}`;
    const kept = this.paths.get(key);
    if (kept) return kept;
    const next = this.film.toward(this.tours.state, place);
    if (!next) return undefined;
    const points = [this.pixel(home, true)];
    const goal = this.film.ground.places[place]!;
    let node = home;
    for (let step = 0; step < next.length && node !== goal; ++step) {
      const onward = next[node]!;
      if (onward === node) break;
      node = onward;
      points.push(this.pixel(node, false));
    }
    if (points.length === 1) points.push(this.pixel(goal, false));
    const path = measured(points);
    this.paths.set(key, path);
    return path;
  }

  /// Puts a dot for everybody who is under way at that minute; how many there are, by mode.
  draw(minute: number, pixels: Uint32Array, colours: Uint32Array, radius: number): Uint32Array {
    const { tours, view } = this;
    const shown = new Uint32Array(MODES.length);
    for (const i of this.order) {
      if (this.out[i]! > minute) break;
      const way = tours.minutes[i]!;
      const out = (minute - this.out[i]!) / way;
      const back = (minute - this.back[i]!) / way;
      const there = out < 1 ? out : back >= 0 && back < 1 ? 1 - back : -1;
      if (there < 0) continue;
      const path = (this.pathOf[i] ??= this.path(tours.home[i]!, tours.place[i]!));
      if (!path) continue;
      const mode = tours.kind[i]! & 15;
      ++shown[mode]!;
      put(pixels, view, path, there, colours[mode]!, radius);
    }
    return shown;
  }

  /// Lorries: each delivery comes from the town in the morning and goes back.
  drawDeliveries(minute: number, pixels: Uint32Array, colour: number, radius: number): number {
    let shown = 0;
    this.tours.deliveries.forEach((place, k) => {
      const leaves = 300 + 24 * (k % 10);
      const there = (minute - leaves) / 40;
      const back = (minute - leaves - 55) / 40;
      const at = there >= 0 && there < 1 ? 1 - there : back >= 0 && back < 1 ? back : -1;
      if (at < 0) return;
      const path = this.path(this.film.ground.places[place]!, 0);
      if (!path) return;
      ++shown;
      put(pixels, this.view, path, at, colour, radius);
    });
    return shown;
  }
}

function measured(points: [number, number][]): Path {
  const x = Float32Array.from(points, (point) => point[0]);
  const y = Float32Array.from(points, (point) => point[1]);
  const at = new Float32Array(points.length);
  for (let i = 1; i < points.length; ++i) at[i] = at[i - 1]! + Math.hypot(x[i]! - x[i - 1]!, y[i]! - y[i - 1]!);
  const length = at[points.length - 1]! || 1;
  for (let i = 1; i < points.length; ++i) at[i] = at[i]! / length;
  return { x, y, at };
}

function put(pixels: Uint32Array, view: View, path: Path, share: number, colour: number, radius: number): void {
  let i = 1;
  while (i < path.at.length - 1 && path.at[i]! < share) ++i;
  const span = path.at[i]! - path.at[i - 1]! || 1;
  const f = Math.min(1, Math.max(0, (share - path.at[i - 1]!) / span));
  const cx = Math.round(path.x[i - 1]! + f * (path.x[i]! - path.x[i - 1]!));
  const cy = Math.round(path.y[i - 1]! + f * (path.y[i]! - path.y[i - 1]!));
  const left = Math.max(0, cx - radius);
  const right = Math.min(view.width - 1, cx + radius);
  for (let y = Math.max(0, cy - radius); y <= Math.min(view.height - 1, cy + radius); ++y) {
    if (left <= right) pixels.fill(colour, y * view.width + left, y * view.width + right + 1);
  }
}

const ROAD_WIDTH = [2.5, 2.5, 1.8, 1.1, 0.8, 0.6]; // by class

export interface Palette {
  paper: string;
  road: string;
  home: string;
  ink: string;
}

/// Roads, squares where people live, places: what does not move.
export function drawGround(context: CanvasRenderingContext2D, ground: Ground, view: View, palette: Palette): void {
  const x = (node: number): number => (ground.nodes[2 * node]! - view.x) * view.scale;
  const y = (node: number): number => (view.y - ground.nodes[2 * node + 1]!) * view.scale;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, view.width, view.height);
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

/// Colours as the picture's words: what is drawn by car, by public transport, on foot or by bike.
export const MODE_GROUP: Record<(typeof MODES)[number], "car" | "shared" | "active"> = {
  car: "car",
  lift: "car",
  carpool: "shared",
  transit: "shared",
  bike: "active",
  walk: "active",
  ride: "shared",
};
