// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What a worker of the page does: it runs replicates, or it keeps them and says what they tell.

import { Engine } from "./engine";
import type { Answer, Numbered, Progress, Stop } from "./orders";

/// A worker looks for a stop after so long; a day of the largest pilot takes about as long again.
const SLICE_MS = 10;

const port = self as unknown as { postMessage(message: Answer | Progress, transfer?: Transferable[]): void; onmessage: unknown };
let engine: Engine | null = null;
let stopped = false;

/// Lets messages in: they come between two tasks.
const channel = new MessageChannel();
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });

async function run(on: Engine, replicate: number): Promise<Uint8Array | null> {
  stopped = false;
  await breath();
  if (stopped) return null;
  if (!on.begin(replicate)) throw new Error("there is no room");
  let last = performance.now();
  while (on.step()) {
    if (performance.now() - last < SLICE_MS) continue;
    port.postMessage({ progress: on.progress(), at: performance.timeOrigin + performance.now() });
    await breath();
    if (stopped) return null;
    last = performance.now();
  }
  return on.outcome();
}

async function obey(order: Numbered): Promise<unknown> {
  if (order.what === "load") {
    engine = new Engine(order.module);
    if (!engine.load(order.bundle)) throw new Error("the page's scenario cannot be read");
    return true;
  }
  if (!engine) throw new Error("nothing is loaded");
  switch (order.what) {
    case "room":
      return engine.room(order.room);
    case "run":
      return run(engine, order.replicate);
    case "add":
      return engine.add(order.outcome);
    case "film":
      return engine.film(order.replicate, order.variant);
    case "film day":
      return engine.filmDay();
    case "film ways":
      return engine.filmWays(order.state, order.place);
    case "rows":
      return engine.rows(order.indicator);
    case "curves":
      return engine.curves(order.indicator);
  }
}

port.onmessage = ({ data }: MessageEvent<Numbered | Stop>) => {
  if (data.what === "stop") {
    stopped = true;
    return;
  }
  const { number } = data;
  obey(data).then(
    (value) => port.postMessage({ number, value }, value instanceof Uint8Array ? [value.buffer] : []),
    (failure: unknown) => port.postMessage({ number, failure: String(failure) }),
  );
};
