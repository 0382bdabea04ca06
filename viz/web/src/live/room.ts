// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What a room of people may try, and what it has chosen: see viz/live/room_offer.h and viz/live/room.h.

import type { Both } from "../model";

export interface Size {
  unit: string;
  meaning: Both<string>;
  low: number;
  high: number;
  strong: number;
}

export interface Kind {
  name: string;
  label: Both<string>;
  meaning: Both<string>;
  decided_by: Both<string>;
  theme: string;
  excludes: string[];
  size?: Size; // none: it is as the scenario has it, or not at all
  lead_days?: number;
}

export interface Offer {
  kinds: Kind[];
  variants: { kind: string; start: number; lead_days: number; size: number | null; title: string }[][];
  shocks: { kind: string; label: Both<string>; start: number }[];
  fixed: string[]; // parameters that the scenario has fixed
}

/// A measure on the table; of size 0 it is not taken.
export interface Slot {
  kind: string;
  size: number;
  start: number; // day of the run
  from?: [number, number]; // the scenario's: variant, place in it
}

export interface RoomChoice {
  slots: Slot[];
  shocks: number[]; // those that happen
  parameters: Record<string, number | null>; // contested, with the value that is tried; null: not said yet
}

export const MOST_SLOTS = 6;
export const LEVELS = ["off", "modest", "strong", "bold"] as const;
export type Level = (typeof LEVELS)[number];
const FACTORS: Record<Level, number> = { off: 0, modest: 0.5, strong: 1, bold: 2 };

export const kindOf = (offer: Offer, name: string): Kind => offer.kinds.find((kind) => kind.name === name)!;

/// What "strong" means for this measure: the size of the scenario, or the usual one.
export function strongSize(offer: Offer, slot: Slot): number {
  const own = slot.from && offer.variants[slot.from[0]]?.[slot.from[1]]?.size;
  return own || (kindOf(offer, slot.kind).size?.strong ?? 1);
}

export function sizeAt(offer: Offer, slot: Slot, level: Level): number {
  const size = kindOf(offer, slot.kind).size;
  const wanted = FACTORS[level] * strongSize(offer, slot);
  return size ? Math.min(size.high, Math.max(size.low, wanted)) : wanted;
}

/// The word whose size this is, if any.
export const levelOf = (offer: Offer, slot: Slot): Level | null =>
  LEVELS.find((level) => sizeAt(offer, slot, level) === slot.size) ?? null;

/// The days on which it opens, counted from its decision.
export const leadDays = (offer: Offer, slot: Slot): number =>
  (slot.from && offer.variants[slot.from[0]]?.[slot.from[1]]?.lead_days) ?? kindOf(offer, slot.kind).lead_days ?? 0;

/// The measures of a variant as the scenario has them, at most six.
export const slotsOf = (offer: Offer, variant: number): Slot[] =>
  (offer.variants[variant] ?? [])
    .map((measure, place): Slot => ({ kind: measure.kind, size: measure.size ?? 1, start: measure.start, from: [variant, place] }))
    .slice(0, MOST_SLOTS);

/// The variant of the file that the room began with; 0: none.
export const beginning = (room: RoomChoice): number => room.slots.find((slot) => slot.from)?.from?.[0] ?? 0;

/// A measure that the room adds: the file's own where it has one of that kind, first of the variant that the room began
/// with, so that taking it away and adding it again changes nothing.
export function newSlot(offer: Offer, room: RoomChoice, kind: string): Slot {
  for (const variant of [beginning(room), ...offer.variants.keys()]) {
    const own = slotsOf(offer, variant).find((slot) => slot.kind === kind);
    if (own) return own;
  }
  return { kind, size: 0, start: 0 };
}

export const roomOf = (offer: Offer, variant: number): RoomChoice => ({
  slots: slotsOf(offer, variant),
  shocks: offer.shocks.map((_, i) => i),
  parameters: {},
});

/// Measures that cannot be at work with one that is on the table.
export const excluded = (offer: Offer, room: RoomChoice, name: string): boolean =>
  room.slots.some((slot) => kindOf(offer, slot.kind).excludes.includes(name) || kindOf(offer, name).excludes.includes(slot.kind));

/// Assumptions that have a value of the room's.
export const contestedValues = (room: RoomChoice): Record<string, number> =>
  Object.fromEntries(Object.entries(room.parameters).filter((entry): entry is [string, number] => entry[1] !== null));

/// The room without what is contested but has no value yet: what is simulated.
export const settled = (room: RoomChoice): RoomChoice => ({ ...room, parameters: contestedValues(room) });

/// What the simulator is told.
export const orderOf = (offer: Offer, room: RoomChoice, site: number): string =>
  JSON.stringify({
    site,
    shocks: [...room.shocks].sort((a, b) => a - b),
    measures: room.slots
      .filter((slot) => slot.size > 0)
      .map((slot) => ({ ...slot, ...(kindOf(offer, slot.kind).size ? {} : { size: undefined }) })),
    parameters: contestedValues(room),
  });

/// For an address: short, and without signs that an address would escape. What is contested without a value is there too.
export const written = (room: RoomChoice): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([room.slots.map((s) => [s.kind, s.size, s.start, ...(s.from ?? [])]), room.shocks, room.parameters]))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);

function slotFrom(offer: Offer, days: number, item: unknown): Slot | null {
  if (!Array.isArray(item)) return null;
  const [name, size, start, variant, place] = item as unknown[];
  const kind = offer.kinds.find((one) => one.name === name);
  if (!kind || !isNumber(size) || !Number.isInteger(start) || (start as number) < 0 || (start as number) >= days) return null;
  if (size < 0 || (kind.size && size !== 0 && (size < kind.size.low || size > kind.size.high))) return null;
  const slot: Slot = { kind: kind.name, size, start: start as number };
  if (variant === undefined) return kind.size ? slot : null;
  if (offer.variants[variant as number]?.[place as number]?.kind !== kind.name) return null;
  return { ...slot, from: [variant as number, place as number] };
}

/// What an address says, if it fits this file; links come from anywhere.
export function readRoom(offer: Offer, days: number, text: string): RoomChoice | null {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const [slots, shocks, parameters] = JSON.parse(new TextDecoder().decode(bytes)) as [unknown[], unknown[], Record<string, unknown>];
    const read = slots.map((item) => slotFrom(offer, days, item));
    if (read.length > MOST_SLOTS || read.some((slot) => slot === null)) return null;
    if (!shocks.every((shock) => Number.isInteger(shock) && offer.shocks[shock as number])) return null;
    if (!Object.values(parameters).every((value) => value === null || isNumber(value))) return null;
    return {
      slots: read as Slot[],
      shocks: [...new Set(shocks as number[])].sort((a, b) => a - b),
      parameters: parameters as Record<string, number | null>,
    };
  } catch {
    return null;
  }
}
