// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Workers made from a text, as a page opened from a disk allows, and the replicates shared out among them.

import type { Answer, Order, Progress } from "./orders";

/// Whoever has not stopped after so long is ended and replaced.
export const PATIENCE_MS = 40;

export interface Supplies {
  source: string; // of the worker
  module: WebAssembly.Module;
  bundle: Uint8Array;
}

/// One worker with its simulator.
export class Clerk {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve: (value: never) => void; reject: (why: Error) => void }>();
  private resting: (() => void)[] = [];
  private next = 0;
  onprogress: (progress: number) => void = () => {};

  constructor(supplies: Supplies) {
    const address = URL.createObjectURL(new Blob([supplies.source], { type: "text/javascript" }));
    this.worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.worker.onmessage = ({ data }: MessageEvent<Answer | Progress>) => this.hear(data);
    this.worker.onerror = (event) => this.drop(new Error(event.message || "a worker failed"));
    this.ask({ what: "load", module: supplies.module, bundle: supplies.bundle }).catch(() => {}); // whoever asks next hears of it
  }

  get busy(): boolean {
    return this.waiting.size > 0;
  }

  /// When nothing is being asked of it.
  idle(): Promise<void> {
    return this.busy ? new Promise((resolve) => this.resting.push(resolve)) : Promise.resolve();
  }

  ask<T>(order: Order, transfer: Transferable[] = []): Promise<T> {
    const number = ++this.next;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(number, { resolve: resolve as (value: never) => void, reject });
      this.worker.postMessage({ ...order, number }, transfer);
    });
  }

  stop(): void {
    this.worker.postMessage({ what: "stop" });
  }

  end(): void {
    this.worker.terminate();
    this.drop(new Error("ended"));
  }

  private hear(data: Answer | Progress): void {
    if ("progress" in data) {
      this.onprogress(data.progress);
      return;
    }
    const asked = this.waiting.get(data.number);
    this.waiting.delete(data.number);
    if (data.failure !== undefined) asked?.reject(new Error(data.failure));
    else asked?.resolve(data.value as never);
    this.rest();
  }

  private rest(): void {
    if (this.busy) return;
    for (const rested of this.resting.splice(0)) rested();
  }

  private drop(why: Error): void {
    const asked = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of asked) reject(why);
    this.rest();
  }
}

export interface Listener {
  outcome(bytes: Uint8Array): Promise<void>; // one replicate is done
  progress(done: number): void; // replicates, with parts
}

/// As many workers as are worth it: one core stays with the page.
export const workersFor = (cores: number, replicates: number): number => Math.max(1, Math.min(cores - 1, replicates, 8));

export class Pool {
  private clerks: Clerk[];
  private turn = 0; // of the work that counts; whatever is older has been stopped
  private settled: Promise<unknown> = Promise.resolve(); // nobody works for an older turn

  constructor(
    private readonly supplies: Supplies,
    size: number,
  ) {
    this.clerks = Array.from({ length: size }, () => new Clerk(supplies));
  }

  /// Runs the replicates of a room, first to last, until they are done or `stop` is called. True if all were done.
  async run(room: string, replicates: number[], listener: Listener): Promise<boolean> {
    const turn = ++this.turn;
    await this.settled;
    if (turn !== this.turn) return false;
    const left = [...replicates];
    const parts = new Map<Clerk, number>();
    let done = 0;
    const tell = (): void => listener.progress(done + [...parts.values()].reduce((sum, part) => sum + part, 0));
    const work = async (clerk: Clerk): Promise<void> => {
      const why = await clerk.ask<string>({ what: "room", room });
      if (why) throw new Error(why);
      clerk.onprogress = (part) => {
        if (turn !== this.turn) return;
        parts.set(clerk, part);
        tell();
      };
      while (left.length > 0 && turn === this.turn) {
        const outcome = await clerk.ask<Uint8Array | null>({ what: "run", replicate: left.shift()! });
        if (outcome === null || turn !== this.turn) return;
        parts.delete(clerk);
        ++done;
        await listener.outcome(outcome);
        tell();
      }
    };
    try {
      await Promise.all(this.clerks.map(work));
    } catch (failure) {
      if (turn !== this.turn) return false; // it was ended
      this.stop();
      throw failure;
    }
    return turn === this.turn && done === replicates.length;
  }

  /// Ends what is at work; after `PATIENCE_MS` at most no core is busy with it.
  stop(): void {
    ++this.turn;
    const busy = this.clerks.filter((clerk) => clerk.busy);
    for (const clerk of busy) clerk.stop();
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    this.settled = Promise.race([Promise.all(busy.map((clerk) => clerk.idle())), patience]).then(() => {
      for (const clerk of busy.filter((one) => one.busy)) {
        clerk.end();
        this.clerks[this.clerks.indexOf(clerk)] = new Clerk(this.supplies);
      }
    });
  }

  end(): void {
    ++this.turn;
    for (const clerk of this.clerks) clerk.end();
  }
}
