// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The simulation of what a room has chosen: starts it, keeps what it found, and hands it out as a file's data is.

import { CurveReader, bytesOf, type Curves, type Data, type Provider } from "../data";
import type { Meta, SiteRow } from "../model";
import { because, faultOf, type Fault } from "./fault";
import { Clerk, Pool, workersFor, type Supplies } from "./pool";
import { orderOf, type Offer, type RoomChoice } from "./room";
import source from "text:live/worker.ts";

export type Phase = "idle" | "starting" | "running" | "done" | "failed";

export interface Status {
  phase: Phase;
  order: string; // what was asked
  done: number; // replicates that are read
  wanted: number;
  progress: number; // in [0, 1]
  seconds: number; // since it was asked
  fault: Fault; // of a failure
  why: string; // the same, as the browser told it
}

/// What a room's replicates say so far.
export interface Found {
  order: string;
  site: number;
  replicates: number;
  data: FoundData;
}

interface CurvesAnswer {
  replicates: number;
  decimals: number[];
  difference_decimals: number[];
  quantiles: string;
  draws: string;
}

interface RowsAnswer {
  replicates: number;
  failed: number; // runs that ended early
  rows: SiteRow[];
}

/// Rows and curves of one site out of many, read where the desk has them.
export class FoundData implements Provider {
  private readonly kept = new Map<number, Promise<CurvesAnswer>>();
  private readonly rowsKept = new Map<number, Promise<SiteRow[]>>();
  failed = 0; // runs that ended early; known once rows were read
  broken = false; // the desk failed: what it has not said is lost
  left = false; // the desk has gone on to another room: it would say that one's numbers
  constructor(
    private readonly desk: Clerk,
    private readonly shape: { site: number; days: number; variants: number },
  ) {}

  private async asked(what: "curves" | "rows", indicator: number): Promise<unknown> {
    if (this.left) throw new Error("another room is simulated by now");
    try {
      return JSON.parse(await this.desk.ask<string>({ what, indicator }));
    } catch (failure) {
      this.broken = true;
      throw failure;
    }
  }

  private answer(indicator: number): Promise<CurvesAnswer> {
    let answer = this.kept.get(indicator);
    if (!answer) {
      answer = this.asked("curves", indicator) as Promise<CurvesAnswer>;
      this.kept.set(indicator, answer);
    }
    return answer;
  }

  rows(indicator: number): Promise<SiteRow[]> {
    let rows = this.rowsKept.get(indicator);
    if (!rows) {
      rows = this.asked("rows", indicator).then((told) => {
        const answer = told as RowsAnswer;
        this.failed = answer.failed;
        return this.atSite(answer.rows[0]!);
      });
      this.rowsKept.set(indicator, rows);
    }
    return rows;
  }

  private atSite<T>(value: T): T[] {
    const list: T[] = [];
    list[this.shape.site] = value;
    return list;
  }

  async curves(indicator: number): Promise<Curves[] | null> {
    const answer = await this.answer(indicator);
    const reader = new CurveReader(bytesOf(answer.quantiles));
    const curves: Curves = {
      decimals: answer.decimals[0]!,
      differenceDecimals: answer.difference_decimals[0]!,
      crisis: [],
      quiet: [],
      differences: [],
    };
    const { days, variants } = this.shape;
    for (let v = 0; v < variants; ++v) {
      curves.crisis.push(reader.fan(days, curves.decimals));
      curves.quiet.push(reader.fan(days, curves.decimals));
    }
    for (let v = 1; v < variants; ++v) curves.differences.push(reader.fan(days, curves.differenceDecimals));
    return this.atSite(curves);
  }

  async draws(indicator: number): Promise<Float64Array[][][] | null> {
    const answer = await this.answer(indicator);
    const reader = new CurveReader(bytesOf(answer.draws));
    const { days, variants } = this.shape;
    const draws = Math.min(20, answer.replicates);
    return this.atSite(
      Array.from({ length: variants }, () => Array.from({ length: draws }, () => reader.curve(days, answer.decimals[0]!))),
    );
  }
}

/// After how many replicates results are shown: at once, then less and less often.
export const isMilestone = (done: number, wanted: number): boolean => done === wanted || [2, 4, 8, 12, 16].includes(done) || (done > 16 && done % 10 === 0);

export class Live {
  status: Status = { phase: "idle", order: "", done: 0, wanted: 0, progress: 0, seconds: 0, fault: "broken", why: "" };
  found: Found | null = null;
  onchange: (results: boolean) => void = () => {};
  private supplied: Promise<Supplies> | null = null;
  private pool: Pool | null = null;
  private desk: Clerk | null = null;
  private turn = 0;
  private pending: Uint8Array[] = []; // outcomes that the desk has not been given
  private kept: { desk: Clerk; order: string; replicates: Set<number> } | null = null; // whose outcomes these and the desk's are
  private reading: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly data: Data,
    private readonly meta: Meta,
    readonly offer: Offer,
  ) {}

  /// Nothing if this page was made without a simulator; why not, if it has one that is of no use here.
  static async from(data: Data, meta: Meta): Promise<Live | Fault | null> {
    const offer = await data.offer().catch((): Fault => "damaged");
    if (!offer || offer === "damaged") return offer as Fault | null;
    if (typeof Worker === "undefined" || typeof WebAssembly === "undefined") return "forbidden";
    return new Live(data, meta, offer as Offer);
  }

  /// What every worker needs; compiled once.
  supplies(): Promise<Supplies> {
    this.supplied ??= (async () => {
      const [module, bundle] = await because("damaged", async () => {
        const blocks = await Promise.all([this.data.module(), this.data.bundle()]);
        if (!blocks[0] || !blocks[1]) throw new Error("the simulator is not in this page");
        return blocks as [Uint8Array, Uint8Array];
      });
      return { source, module: await because("forbidden", () => WebAssembly.compile(module as BufferSource)), bundle };
    })();
    return this.supplied;
  }

  /// A desk and a pool; another in the place of one that failed.
  private async supply(): Promise<void> {
    const supplies = await this.supplies();
    if (!this.desk || this.desk.failure) this.desk = new Clerk(supplies);
    if (this.pool && !this.pool.broken) return;
    this.pool?.end();
    this.pool = new Pool(supplies, workersFor(navigator.hardwareConcurrency || 2, this.meta.replicates));
  }

  /// Simulates a room, unless that is what was asked last; what failed is tried again after `retry`.
  start(room: RoomChoice, site: number): void {
    const order = orderOf(this.offer, room, site);
    if (order === this.status.order) return;
    this.stop();
    const turn = ++this.turn;
    this.status = { phase: "starting", order, done: 0, wanted: this.meta.replicates, progress: 0, seconds: 0, fault: "broken", why: "" };
    this.run(order, site, 1 + (room.slots.some((slot) => slot.size > 0) ? 1 : 0), turn).catch((failure: unknown) => {
      if (turn !== this.turn) return;
      this.fail(failure);
      this.onchange(true);
    });
  }

  /// What was found stays, as long as there is somebody who can say it.
  fail(failure: unknown): void {
    const { order } = this.status; // stays what was asked last: only `retry` asks for it again
    this.stop();
    if (this.desk?.failure || this.found?.data.broken) this.found = null;
    this.status = { ...this.status, order, phase: "failed", fault: faultOf(failure), why: failure instanceof Error ? failure.message : String(failure) };
  }

  retry(): void {
    if (this.status.phase === "failed") this.status = { ...this.status, phase: "idle", order: "" };
  }

  /// What was found of the room that is chosen; null while there is nothing, or only of the one before.
  foundOf({ room, site }: { room: RoomChoice | null; site: number }): Found | null {
    const { found } = this;
    return room && found?.site === site && found.order === orderOf(this.offer, room, site) ? found : null;
  }

  /// What is at work ends; what was found stays.
  stop(): void {
    ++this.turn;
    this.pool?.stop();
    if (this.status.phase === "running" || this.status.phase === "starting") this.status = { ...this.status, phase: "idle", order: "" };
  }

  private async run(order: string, site: number, variants: number, turn: number): Promise<void> {
    const begun = performance.now();
    await this.supply();
    if (turn !== this.turn) return;
    const desk = this.desk!;
    await this.reading.catch(() => undefined); // of the room before
    const kept = await this.desked(desk, order);
    if (turn !== this.turn) return;
    this.status.phase = "running";
    this.status.done = kept.size;
    this.onchange(false);
    const wanted = this.meta.replicates;
    const left = Array.from({ length: wanted }, (_, i) => i).filter((i) => !kept.has(i));
    const before = kept.size;
    if (before > 1) await (this.reading = this.publish(desk, { order, site, variants, turn }));
    if (turn !== this.turn) return;
    const complete = await this.pool!.run(order, left, {
      outcome: async (bytes, replicate) => {
        if (turn !== this.turn) return;
        kept.add(replicate);
        this.reading = this.take(desk, bytes, { order, site, variants, turn });
        await this.reading;
      },
      progress: (done) => {
        if (turn !== this.turn) return;
        this.status.progress = (before + done) / wanted;
        this.status.seconds = (performance.now() - begun) / 1000;
        this.onchange(false);
      },
    });
    if (turn !== this.turn || !complete) return;
    this.status.phase = "done";
    this.status.seconds = (performance.now() - begun) / 1000;
    this.onchange(false);
  }

  /// Gives the desk the room, and forgets what was found of another one; the replicates that are done already of this
  /// one, when it broke off or was stopped.
  private async desked(desk: Clerk, order: string): Promise<Set<number>> {
    if (this.kept?.desk === desk && this.kept.order === order) return this.kept.replicates;
    if (this.found) this.found.data.left = true;
    this.kept = null;
    this.pending = [];
    const why = await desk.ask<string>({ what: "room", room: order });
    if (why) throw new Error(why);
    this.kept = { desk, order, replicates: new Set() };
    return this.kept.replicates;
  }

  private async take(
    desk: Clerk,
    bytes: Uint8Array,
    of: { order: string; site: number; variants: number; turn: number },
  ): Promise<void> {
    this.pending.push(bytes);
    if (isMilestone(++this.status.done, this.status.wanted)) await this.publish(desk, of);
  }

  private async publish(desk: Clerk, of: { order: string; site: number; variants: number; turn: number }): Promise<void> {
    const done = this.status.done;
    // What the desk has does not change between two milestones: rows and curves are of the same replicates.
    await Promise.all(this.pending.splice(0).map((outcome) => desk.ask<number>({ what: "add", outcome }, [outcome.buffer])));
    if (of.turn !== this.turn) return;
    const shape = { site: of.site, days: this.meta.days, variants: of.variants };
    this.found = {
      order: of.order,
      site: of.site,
      replicates: done,
      data: new FoundData(desk, shape),
    };
    this.onchange(true);
  }
}
