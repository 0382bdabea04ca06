// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What the page and its workers say to each other. Every order is answered once, under its number.

export type Order =
  | { what: "load"; module: WebAssembly.Module; bundle: Uint8Array }
  | { what: "room"; room: string }
  | { what: "run"; replicate: number }
  | { what: "add"; outcome: Uint8Array }
  | { what: "film"; replicate: number; variant: number }
  | { what: "film day" }
  | { what: "film ways"; state: number; place: number }
  | { what: "rows"; indicator: number }
  | { what: "curves"; indicator: number };

/// Sent without a number, and not answered: the run at work ends, and answers `null`.
export interface Stop {
  what: "stop";
}

export type Numbered = Order & { number: number };

export interface Answer {
  number: number;
  value?: unknown;
  failure?: string;
}

/// Of the run at work, now and then.
export interface Progress {
  progress: number; // in [0, 1]
  at: number; // when it was told, milliseconds since 1970
}
