// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import test from "node:test";

import { hoursOf, readDay, type Tours } from "../../viz/web/src/live/film";
import { isMilestone } from "../../viz/web/src/live/live";
import { workersFor } from "../../viz/web/src/live/pool";
import { excluded, leadDays, levelOf, orderOf, readRoom, roomOf, sizeAt, slotsOf, written, type Offer, type RoomChoice } from "../../viz/web/src/live/room";

const both = (text: string): { fr: string; en: string } => ({ fr: text, en: text });
const kind = (name: string, excludes: string[] = []): Offer["kinds"][number] => ({
  name,
  label: both(name),
  meaning: both(""),
  decided_by: both(""),
  theme: "food",
  excludes,
  size: { unit: "households", meaning: both(""), low: 0, high: 100, strong: 40 },
  lead_days: 30,
});
const offer: Offer = {
  kinds: [kind("grocer"), kind("stock", ["carpool"]), kind("carpool"), { ...kind("composed"), size: undefined }],
  variants: [[], [{ kind: "grocer", start: 3, lead_days: 0, size: 60, title: "" }, { kind: "composed", start: 0, lead_days: 0, size: null, title: "Own" }]],
  shocks: [
    { kind: "heatwave", label: both("heat"), start: 7 },
    { kind: "flood", label: both("flood"), start: 2 },
  ],
  fixed: [],
};

test("words are sizes: half of what the scenario has, itself, twice it, within what is allowed", () => {
  const [grocer] = slotsOf(offer, 1);
  assert.equal(levelOf(offer, grocer!), "strong");
  assert.equal(sizeAt(offer, grocer!, "modest"), 30);
  assert.equal(sizeAt(offer, grocer!, "bold"), 100);
  assert.equal(levelOf(offer, { ...grocer!, size: 31 }), null);
  const own = { kind: "carpool", size: 0, start: 0 };
  assert.equal(sizeAt(offer, own, "strong"), 40);
  assert.equal(levelOf(offer, own), "off");
  assert.equal(leadDays(offer, grocer!), 0);
  assert.equal(leadDays(offer, own), 30);
});

test("measures that exclude each other are not offered together", () => {
  const room: RoomChoice = { slots: [{ kind: "stock", size: 1, start: 0 }], shocks: [], parameters: {} };
  assert.equal(excluded(offer, room, "carpool"), true);
  assert.equal(excluded(offer, room, "grocer"), false);
});

test("an order holds what is taken, and shocks in their order", () => {
  const room = roomOf(offer, 1);
  const order = JSON.parse(orderOf(offer, { ...room, slots: [...room.slots, { kind: "carpool", size: 0, start: 0 }], shocks: [1, 0] }, 2));
  assert.deepEqual(order, {
    site: 2,
    shocks: [0, 1],
    measures: [
      { kind: "grocer", size: 60, start: 3, from: [1, 0] },
      { kind: "composed", start: 0, from: [1, 1] },
    ],
    parameters: {},
  });
});

test("an address gives back the room, and nothing that does not fit", () => {
  const room: RoomChoice = { ...roomOf(offer, 1), shocks: [1], parameters: { "food.panic": 0.25 } };
  assert.deepEqual(readRoom(offer, 30, written(room)), room);
  assert.match(written(room), /^[A-Za-z0-9_-]+$/);
  const other = (change: Partial<RoomChoice>): RoomChoice | null => readRoom(offer, 30, written({ ...room, ...change }));
  assert.equal(other({ shocks: [2] }), null);
  assert.equal(other({ slots: [{ kind: "bank", size: 1, start: 0 }] }), null);
  assert.equal(other({ slots: [{ kind: "grocer", size: 101, start: 0 }] }), null);
  assert.equal(other({ slots: [{ kind: "grocer", size: 1, start: 30 }] }), null);
  assert.equal(other({ slots: [{ kind: "grocer", size: 1, start: 0, from: [1, 1] }] }), null);
  assert.equal(other({ slots: [{ kind: "composed", size: 1, start: 0 }] }), null);
  assert.equal(other({ slots: Array.from({ length: 7 }, () => ({ kind: "grocer", size: 1, start: 0 })) }), null);
  assert.equal(other({ parameters: { a: "0.5" as unknown as number } }), null);
  assert.deepEqual(other({ parameters: { b: null, a: 1 } })?.parameters, { b: null, a: 1 }, "what is contested without a value yet stays");
  assert.equal(orderOf(offer, { ...room, parameters: { a: null } }, 0), orderOf(offer, { ...room, parameters: {} }, 0));
  for (const text of ["", "%%%", "e30", btoa("[[],[]]"), btoa("null"), "A".repeat(10_000)]) assert.equal(readRoom(offer, 30, text), null, text.slice(0, 20));
});

test("results come at once, then less often, and at the end", () => {
  const at = Array.from({ length: 30 }, (_, i) => i + 1).filter((done) => isMilestone(done, 30));
  assert.deepEqual(at, [2, 4, 8, 12, 16, 20, 30]);
  assert.equal(isMilestone(1, 1), true);
});

test("one core stays with the page", () => {
  assert.deepEqual([1, 2, 4, 64].map((cores) => workersFor(cores, 20)), [1, 1, 3, 8]);
  assert.equal(workersFor(16, 3), 3);
});

test("a day of a film is read as it is written, and nobody is under way past midnight", () => {
  const bytes: number[] = [];
  const put = (value: number, width: number): void => {
    for (let i = 0; i < width; ++i) bytes.push((value >> (8 * i)) & 255);
  };
  const list = (values: number[], width: number): void => {
    put(values.length, 4);
    values.forEach((value) => put(value, width));
  };
  put(5, 4);
  put(1, 4);
  list([7, 300_000], 4);
  list([0, 2], 4);
  list([12, 599], 2);
  list([0 * 16 + 3, 4 * 16 + 5], 1);
  list([2, 2], 4);
  const tours: Tours = readDay(Uint8Array.from(bytes));
  assert.deepEqual([tours.day, tours.state], [5, 1]);
  assert.deepEqual([...tours.home], [7, 300_000]);
  assert.deepEqual([...tours.minutes], [12, 599]);
  assert.deepEqual([...tours.kind], [3, 69]);
  assert.deepEqual([...tours.deliveries], [2, 2]);
  for (const i of [0, 1]) {
    const [out, back] = hoursOf(tours, i);
    assert.ok(out >= 0 && back > out && back + tours.minutes[i]! <= 1439, `${out} ${back}`);
  }
});
