// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What the person chose; the address keeps it, so that a link shows the same.

import { readRoom, written, type Offer, type RoomChoice } from "./live/room";
import type { Language, Meta } from "./model";

export type Screen = "atelier" | "compare" | "map" | "method" | "report";
export const SCREENS: Screen[] = ["atelier", "compare", "map", "method", "report"];
const HASHES: Record<Screen, string> = {
  atelier: "atelier",
  compare: "comparer",
  map: "carte",
  method: "methode",
  report: "rapport",
};
export type Theme = "auto" | "light" | "dark";

export interface Guess {
  way: "up" | "same" | "down";
  amount: number | null; // in the unit that is shown; null: not said
}

/// Choices that can be undone.
export interface Choice {
  site: number;
  indicator: number;
  variant: number; // 0: without measures; as many as there are: what the room has chosen
  room: RoomChoice | null; // what it has chosen last
  draws: boolean;
  quiet: boolean; // also the same draws without shocks
}

export interface State extends Choice {
  screen: Screen;
  language: Language;
  theme: Theme;
  big: boolean;
  predict: boolean;
  mapView: number;
  filmDraw: number; // which of the draws the film shows
  held: boolean; // the room's simulation was stopped by hand
}

/// The address calls it so.
const ROOM = "salle";
export const isRoom = (meta: Meta, state: Choice): boolean => state.variant === meta.variants.length && state.room !== null;

export const hashOf = (screen: Screen): string => HASHES[screen];

export function firstState(meta: Meta): State {
  const primary = meta.indicators.findIndex((indicator) => indicator.primary);
  const shown = meta.indicators.findIndex((indicator) => indicator.shown);
  return {
    screen: "atelier",
    language: meta.language,
    theme: "auto",
    big: false,
    predict: true,
    site: 0,
    indicator: Math.max(0, primary >= 0 ? primary : shown),
    variant: Math.min(1, meta.variants.length - 1),
    draws: false,
    quiet: false,
    room: null,
    mapView: 0,
    filmDraw: 0,
    held: false,
  };
}

/// The choices in an address such as #atelier?site=saillans&indicateur=food.need_met; what it does not know stays.
/// A room's choice is read once it is known what the file offers.
export function stateFromHash(meta: Meta, hash: string, before: State, offer: Offer | null = null): State {
  const [name, query] = hash.replace(/^#/, "").split("?") as [string, string?];
  const state = { ...before };
  const screen = SCREENS.find((candidate) => HASHES[candidate] === name);
  if (screen) state.screen = screen;
  const wanted = new URLSearchParams(query ?? "");
  const pick = (key: string, names: string[], otherwise: number): number => {
    const at = names.indexOf(wanted.get(key) ?? "");
    return at >= 0 ? at : otherwise;
  };
  state.site = pick("site", meta.sites.map((site) => site.id), state.site);
  state.indicator = pick("indicateur", meta.indicators.map((indicator) => indicator.name), state.indicator);
  state.variant = pick("variante", meta.variants.map((variant) => variant.name), state.variant);
  const room = offer && wanted.get("variante") === ROOM ? readRoom(offer, meta.days, wanted.get("mesures") ?? "") : null;
  if (room) {
    state.room = room;
    state.variant = meta.variants.length;
  }
  const language = wanted.get("langue");
  if (language === "fr" || language === "en") state.language = language;
  return state;
}

export function hashFromState(meta: Meta, state: State): string {
  const query = new URLSearchParams({
    site: meta.sites[state.site]!.id,
    indicateur: meta.indicators[state.indicator]!.name,
    variante: isRoom(meta, state) ? ROOM : meta.variants[state.variant]!.name,
    langue: state.language,
  });
  if (isRoom(meta, state)) query.set("mesures", written(state.room!));
  return `#${HASHES[state.screen]}?${query}`;
}

/// What the browser keeps for this file; where it refuses, what is asked for is kept until the page closes.
export class Store {
  private readonly memory = new Map<string, string>();
  refused = false;
  constructor(private readonly prefix: string) {}

  get(key: string): string | null {
    try {
      const kept = window.localStorage.getItem(this.prefix + key);
      if (kept !== null) return kept;
    } catch {
      this.refused = true;
    }
    return this.memory.get(key) ?? null;
  }

  set(key: string, value: string): void {
    this.memory.set(key, value);
    try {
      window.localStorage.setItem(this.prefix + key, value);
    } catch {
      this.refused = true;
    }
  }
}
