// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// One key a gesture, for who stands beside a projector. They can be switched off, and never act in a field.

import type { App } from "./main";
import { openHelp } from "./frame";
import { SCREENS } from "./state";

export const SHORTCUTS: { keys: string; does: string }[] = [
  { keys: "1 – 5", does: "screens" },
  { keys: "S", does: "site" },
  { keys: "I", does: "indicator" },
  { keys: "V", does: "variant" },
  { keys: "R", does: "reveal" },
  { keys: "T", does: "draws" },
  { keys: "G", does: "big" },
  { keys: "N", does: "note" },
  { keys: "Z", does: "undo" },
  { keys: "?", does: "help" },
];

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (/^(TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && !["radio", "checkbox", "range"].includes(target.type)));

export function listenToKeys(app: App): void {
  const next = (now: number, count: number, back: boolean): number => (now + (back ? count - 1 : 1)) % count;
  const gestures: Record<string, (back: boolean) => void> = {
    s: (back) => app.set({ site: next(app.state.site, app.meta.sites.length, back) }),
    i: (back) => app.set({ indicator: next(app.state.indicator, app.meta.indicators.length, back) }),
    v: (back) => app.chooseVariant(next(app.state.variant, app.variants, back)),
    r: () => document.getElementById("reveal")?.click(), // keeps what was guessed
    t: () => app.set({ draws: !app.state.draws }),
    g: () => app.set({ big: !app.state.big }, false),
    n: () => document.getElementById("note")?.focus(),
    z: () => app.undo(),
    "?": openHelp,
  };
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (app.store.get("keys") === "no" || document.querySelector("dialog[open]")) return;
    const screen = SCREENS[Number(event.key) - 1];
    const gesture = gestures[event.key.toLowerCase()];
    if (!screen && !gesture) return;
    event.preventDefault();
    if (screen) app.go(screen);
    else gesture!(event.shiftKey && event.key !== "?");
  });
}
