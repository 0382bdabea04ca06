// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The notes of a debate: kept by the browser where it agrees, and taken away as a text.

import type { Store } from "./state";

export interface Note {
  at: string; // where the person was: site, indicator, variant
  text: string;
  when: string; // ISO 8601
}

export class Notes {
  list: Note[] = [];
  constructor(private readonly store: Store) {
    try {
      const kept = JSON.parse(store.get("notes") ?? "[]") as unknown;
      if (Array.isArray(kept)) {
        this.list = kept.filter((note): note is Note => typeof note?.text === "string" && typeof note?.at === "string");
      }
    } catch {
      this.list = [];
    }
  }

  private keep(): void {
    this.store.set("notes", JSON.stringify(this.list));
  }

  /// Whether something that begins so was said there already.
  has(at: string, beginning: string): boolean {
    return this.list.some((note) => note.at === at && note.text.startsWith(beginning));
  }

  add(at: string, text: string): void {
    this.list = [...this.list, { at, text, when: new Date().toISOString() }];
    this.keep();
  }

  remove(index: number): Note | undefined {
    const gone = this.list[index];
    this.list = this.list.filter((_, i) => i !== index);
    this.keep();
    return gone;
  }

  put(index: number, note: Note): void {
    this.list = [...this.list.slice(0, index), note, ...this.list.slice(index)];
    this.keep();
  }

  text(heading: string): string {
    return [heading, "", ...this.list.map((note) => `- ${note.text.replaceAll("\n", "\n  ")}\n  (${note.at}, ${note.when.slice(0, 16).replace("T", " ")})`), ""].join("\n");
  }
}
