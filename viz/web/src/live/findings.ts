// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What a room's simulation found, as a context in which every card reads it like the file's own results.

import type { Context } from "../context";
import type { Action, Annex, Language, SiteRow } from "../model";
import type { Live } from "./live";
import { beginning, contestedValues, kindOf, leadDays, settled, written, type RoomChoice } from "./room";

/// What the room takes, each from the day on which it opens.
function actionsOf(context: Context, live: Live, room: RoomChoice): Action[] {
  const { meta } = context;
  const isoDay = (day: number): string => new Date(Date.parse(`${meta.start}T00:00:00Z`) + 86_400_000 * day).toISOString().slice(0, 10);
  return room.slots
    .filter((slot) => slot.size > 0)
    .map((slot): Action => {
      const stated = slot.from && context.meta.variants[slot.from[0]]?.measures[slot.from[1]];
      const opens = slot.start + Math.ceil(leadDays(live.offer, slot));
      const day = Math.min(meta.days - 1, opens);
      const late = opens >= meta.days ? context.words.say("page.room.too_late") : "";
      const kind = kindOf(live.offer, slot.kind);
      const size = kind.size ? ` (${context.words.amount(slot.size, kind.size.unit)})` : "";
      const named = (language: Language): string => (stated?.label ?? kind.label)[language] + size + late;
      return {
        label: { fr: named("fr"), en: named("en") },
        start: isoDay(day),
        day,
        days: null,
        duration: { fr: "", en: "" },
      };
    });
}

/// "Share of … : 40 %", one for each assumption that is not left to chance.
function contestedOf(context: Context, room: RoomChoice, annex: Annex | null): string[] {
  return Object.entries(contestedValues(room)).map(([name, value]) => {
    const row = annex?.parameters.find((one) => one.name === name);
    const meaning = row?.meaning[context.words.language] ?? name;
    return `${meaning}${context.words.colon()}${context.words.amount(value, row?.unit ?? "")}`;
  });
}

/// The file's numbers are of another crisis, or of other assumptions.
const isChanged = ({ meta }: Context, room: RoomChoice): boolean => room.shocks.length < meta.shocks.length || Object.keys(contestedValues(room)).length > 0;

/// With the file's measures that the room began with, where shocks and assumptions are still the file's: of the same draws.
function besideOf(context: Context, room: RoomChoice): string | null {
  const { state, words } = context;
  const from = beginning(room);
  const row = context.rows[state.indicator]?.[state.site]?.variants[from];
  if (from === 0 || !row || isChanged(context, room)) return null;
  return row.text[words.language][0];
}

/// The page with what a room has composed in the place of the file's variants; no results yet.
export function composedContext(context: Context, live: Live, room: RoomChoice, annex: Annex | null): Context {
  const { meta, state, words } = context;
  const starts = room.shocks.map((shock) => live.offer.shocks[shock]!.start);
  const measures = actionsOf(context, live, room);
  return {
    ...context,
    meta: {
      ...meta,
      room: {
        shocks_left_out: live.offer.shocks.filter((_, i) => !room.shocks.includes(i)).map((shock) => shock.label[words.language]),
        contested: contestedOf(context, room, annex),
        beside: besideOf(context, room),
        changed: beginning(room) > 0 && isChanged(context, room),
        partial: null,
      },
      shocks: meta.shocks.filter((_, i) => room.shocks.includes(i)),
      shock_day: starts.length > 0 ? Math.min(...starts) : null,
      variants: [meta.variants[0]!, { name: `room:${written(settled(room))}`, title: words.say("page.room"), measures }],
    },
    state: { ...state, variant: measures.length > 0 ? 1 : 0 },
  };
}

/// Null while nothing has been found of what is chosen now. `annex` tells what contested assumptions mean.
export function foundContext(context: Context, live: Live, room: RoomChoice, annex: Annex | null): Context | null {
  const found = live.foundOf({ room, site: context.state.site });
  if (!found) return null;
  const composed = composedContext(context, live, room, annex);
  const rows: SiteRow[][] = [];
  return {
    ...composed,
    meta: {
      ...composed.meta,
      room: { ...composed.meta.room!, partial: found.replicates < context.meta.replicates ? { done: found.replicates, wanted: context.meta.replicates } : null },
      replicates: found.replicates,
      get failed() {
        return found.data.failed; // known once rows were read
      },
    },
    rows,
    need: async (indicators) => {
      const missing = [...new Set(indicators)].filter((i) => !rows[i]);
      await Promise.all(missing.map(async (i) => (rows[i] = await found.data.rows(i))));
    },
    data: {
      curves: (indicator) => found.data.curves(indicator),
      draws: (indicator) => found.data.draws(indicator),
      annex: () => context.data.annex(),
      maps: (site, language) => context.data.maps(site, language),
    },
  };
}

/// What a screen draws of it; nothing where those who kept the numbers went on to another room meanwhile, which is drawn
/// when it is found, or are gone, which the status then tells.
export async function drawnWith<T>(live: Live, found: Context | null, draw: (context: Context) => Promise<T>): Promise<T | null> {
  const data = live.found?.data;
  if (!found || !data) return null;
  try {
    return await draw(found);
  } catch (failure) {
    if (!data.left && !data.broken) throw failure;
    if (!data.left) live.fail(failure);
    return null;
  }
}
