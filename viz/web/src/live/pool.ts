// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Workers made from a text, as a page opened from a disk allows, and the replicates shared out among them.

import { SimulatorError } from "./fault";
import type { Answer, Order, Progress } from "./orders";

/// Whoever has not stopped after so long is ended and replaced.
export const PATIENCE_MS = 40;

/// A busy worker tells how far it is many times a second. After so many seconds without a word it is given up. They are
/// counted one by one, and not while the page is hidden: browsers slow hidden pages down, and computers sleep.
const SILENT_SECONDS = 30;

export interface Supplies {
  source: string; // of the worker
  module: WebAssembly.Module;
  bundle: Uint8Array;
}

function workerOf(source: string): Worker {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } catch (cause) {
    throw new SimulatorError("forbidden", cause);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/// One worker with its simulator. Once something went wrong in it, it answers nothing any more but that.
export class Clerk {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve: (value: never) => void; reject: (why: Error) => void }>();
  private resting: (() => void)[] = [];
  private next = 0;
  private loaded = false;
  private silence = 0; // seconds
  private watch: ReturnType<typeof setInterval> | undefined;
  failure: Error | null = null;
  onprogress: (progress: number) => void = () => {};

  constructor(supplies: Supplies) {
    this.worker = workerOf(supplies.source);
    this.worker.onmessage = ({ data }: MessageEvent<Answer | Progress>) => this.hear(data);
    this.worker.onerror = (event) => {
      event.preventDefault(); // it is told where it was asked for
      this.drop(new SimulatorError(this.loaded ? "broken" : "forbidden", event.message || "a worker failed"));
    };
    this.ask({ what: "load", module: supplies.module, bundle: supplies.bundle }).then(
      () => (this.loaded = true),
      () => {}, // whoever asks hears of it
    );
  }

  get busy(): boolean {
    return this.waiting.size > 0;
  }

  /// When nothing is being asked of it.
  idle(): Promise<void> {
    return this.busy ? new Promise((resolve) => this.resting.push(resolve)) : Promise.resolve();
  }

  ask<T>(order: Order, transfer: Transferable[] = []): Promise<T> {
    if (this.failure) return Promise.reject(this.failure);
    if (!this.busy) this.listen();
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
    this.drop(new Error("ended"));
  }

  private listen(): void {
    this.silence = 0;
    this.watch ??= setInterval(() => {
      if (document.hidden || ++this.silence < SILENT_SECONDS) return;
      this.drop(new SimulatorError("silent", `no word for ${SILENT_SECONDS} s`));
    }, 1000);
  }

  private hear(data: Answer | Progress): void {
    this.silence = 0;
    if ("progress" in data) {
      this.onprogress(data.progress);
      return;
    }
    if (data.failure !== undefined) {
      this.drop(new SimulatorError(this.loaded ? "broken" : "damaged", data.failure));
      return;
    }
    this.waiting.get(data.number)?.resolve(data.value as never);
    this.waiting.delete(data.number);
    this.rest();
  }

  private rest(): void {
    if (this.busy) return;
    clearInterval(this.watch);
    this.watch = undefined;
    for (const rested of this.resting.splice(0)) rested();
  }

  private drop(why: Error): void {
    this.failure = why;
    this.worker.terminate();
    const asked = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of asked) reject(why);
    this.rest();
  }
}

export interface Listener {
  outcome(bytes: Uint8Array, replicate: number): Promise<void>; // it is done
  progress(done: number): void; // replicates, with parts
}

/// As many workers as are worth it: one core stays with the page.
export const workersFor = (cores: number, replicates: number): number => Math.max(1, Math.min(cores - 1, replicates, 8));

export class Pool {
  private clerks: Clerk[];
  private turn = 0; // of the work that counts; whatever is older has been stopped
  private settled: Promise<unknown> = Promise.resolve(); // nobody works for an older turn
  private readonly knows = new Map<number, Clerk>(); // who ran a replicate last: it has what does not depend on measures

  constructor(
    private readonly supplies: Supplies,
    size: number,
  ) {
    this.clerks = Array.from({ length: size }, () => new Clerk(supplies));
  }

  /// Somebody failed: whoever wants more needs another pool.
  get broken(): boolean {
    return this.clerks.some((clerk) => clerk.failure !== null);
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
        const replicate = this.next(left, clerk);
        const outcome = await clerk.ask<Uint8Array | null>({ what: "run", replicate });
        if (outcome === null || turn !== this.turn) return;
        parts.delete(clerk);
        ++done;
        await listener.outcome(outcome, replicate);
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

  /// The first of those left that this clerk knows or that nobody does; else the first.
  private next(left: number[], clerk: Clerk): number {
    const at = left.findIndex((replicate) => (this.knows.get(replicate) ?? clerk) === clerk);
    const [replicate] = left.splice(Math.max(0, at), 1);
    this.knows.set(replicate!, clerk);
    return replicate!;
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
        for (const [replicate, who] of this.knows) if (who === clerk) this.knows.delete(replicate);
        this.clerks[this.clerks.indexOf(clerk)] = new Clerk(this.supplies);
      }
    });
  }

  end(): void {
    ++this.turn;
    for (const clerk of this.clerks) clerk.end();
  }
}
