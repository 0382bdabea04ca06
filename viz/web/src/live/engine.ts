// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The simulator as WebAssembly, call by call: see viz/wasm/exports.cc.

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  essaim_input(size: number): number;
  essaim_output_size(): number;
  essaim_load(): number;
  essaim_room(): number;
  essaim_begin(replicate: number): number;
  essaim_step(): number;
  essaim_progress(): number;
  essaim_outcome(): number;
  essaim_add(): number;
  essaim_film(replicate: number, variant: number): number;
  essaim_film_day(): number;
  essaim_film_ways(state: number, place: number): number;
  essaim_rows(indicator: number): number;
  essaim_curves(indicator: number): number;
}

export class Engine {
  private readonly exports: Exports;

  constructor(module: WebAssembly.Module) {
    this.exports = new WebAssembly.Instance(module).exports as unknown as Exports;
    this.exports._initialize();
  }

  private write(bytes: Uint8Array): void {
    const at = this.exports.essaim_input(bytes.length);
    new Uint8Array(this.exports.memory.buffer, at, bytes.length).set(bytes);
  }

  /// A copy: the memory is the module's, and may move when it grows.
  private output(at: number): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer, at, this.exports.essaim_output_size()).slice();
  }

  private text(at: number): string {
    return new TextDecoder().decode(this.output(at));
  }

  load(bundle: Uint8Array): boolean {
    this.write(bundle);
    return this.exports.essaim_load() === 1;
  }

  /// Empty, or why this is no room.
  room(room: string): string {
    this.write(new TextEncoder().encode(room));
    return this.text(this.exports.essaim_room());
  }

  begin(replicate: number): boolean {
    return this.exports.essaim_begin(replicate) === 1;
  }

  /// False when the replicate is done.
  step(): boolean {
    return this.exports.essaim_step() === 1;
  }

  progress(): number {
    return this.exports.essaim_progress();
  }

  outcome(): Uint8Array {
    return this.output(this.exports.essaim_outcome());
  }

  /// How many replicates there are now.
  add(outcome: Uint8Array): number {
    this.write(outcome);
    return this.exports.essaim_add();
  }

  /// The ground of a film, as JSON.
  film(replicate: number, variant: number): string {
    return this.text(this.exports.essaim_film(replicate, variant));
  }

  /// Empty when it is over.
  filmDay(): Uint8Array {
    return this.output(this.exports.essaim_film_day());
  }

  filmWays(state: number, place: number): Uint8Array {
    return this.output(this.exports.essaim_film_ways(state, place));
  }

  rows(indicator: number): string {
    return this.text(this.exports.essaim_rows(indicator));
  }

  curves(indicator: number): string {
    return this.text(this.exports.essaim_curves(indicator));
  }
}
