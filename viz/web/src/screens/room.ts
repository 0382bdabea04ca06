// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What a room tries on its own: measures by word or by number, shocks, contested assumptions; simulated in this page.

import { h } from "../dom";
import { numberField } from "../number_field";
import { placeOf, selectField, type Context } from "../context";
import type { Annex } from "../model";
import {
  excluded,
  kindOf,
  leadDays,
  newSlot,
  LEVELS,
  levelOf,
  MOST_SLOTS,
  roomOf,
  sizeAt,
  type Kind,
  type RoomChoice,
  type Slot,
} from "../live/room";
import type { Live } from "../live/live";

type Parameter = Annex["parameters"][number];
type Option = { value: string; text: string; group?: string };

/// One control of the panel: how it changes the room.
class Panel {
  constructor(
    readonly context: Context,
    readonly live: Live,
    readonly room: RoomChoice,
  ) {}

  get words(): Context["words"] {
    return this.context.words;
  }

  set(patch: Partial<RoomChoice>, focus?: string): void {
    this.context.set({ room: { ...this.room, ...patch } }, true, focus);
  }

  setSlot(at: number, patch: Partial<Slot>): void {
    this.set({ slots: this.room.slots.map((slot, i) => (i === at ? { ...slot, ...patch } : slot)) });
  }
}

/// Counts go by ones; the rest by a twentieth of what is called strong.
function stepOf(strong: number): number {
  return strong >= 5 ? 1 : Number((strong / 20).toPrecision(1));
}

interface Fine {
  id: string;
  label: string;
  unit: string;
  value: number | null; // null: not said yet
  low: number;
  high: number; // of the slider
  allowed: number; // highest that may be typed
  step: number;
  nudge?: number;
  set(value: number): void;
}

/// In the unit that is shown. While the slider is held, what is at work is stopped.
function fineField(panel: Panel, fine: Fine): HTMLElement {
  const { words, live } = panel;
  const factor = words.factor(fine.unit);
  const shown = (value: number): number => Number((value * factor).toPrecision(12));
  const parts = numberField(words, {
    id: fine.id,
    label: fine.label,
    seen: false,
    unit: words.unit(fine.unit),
    value: fine.value === null ? null : shown(fine.value),
    start: shown((fine.low + fine.high) / 2),
    low: shown(fine.low),
    high: shown(fine.high),
    allowed: shown(fine.allowed),
    step: shown(fine.step),
    nudge: fine.nudge === undefined ? undefined : shown(fine.nudge),
    held: () => live.stop(),
    set: (value) => fine.set(value / factor),
  });
  return h("div", { class: "fine" }, ...parts);
}

function levelFields(panel: Panel, slot: Slot, at: number): HTMLElement {
  const { words, live } = panel;
  const kind = kindOf(live.offer, slot.kind);
  const level = levelOf(live.offer, slot);
  const words_of = kind.size ? LEVELS : (["off", "strong"] as const);
  return h(
    "div",
    { class: "levels-of" },
    ...words_of.map((word) => {
      const id = `slot-${at}-${word}`;
      return h(
        "span",
        {},
        h("input", {
          type: "radio",
          name: `slot-${at}`,
          id,
          checked: level === word,
          onchange: () => panel.setSlot(at, { size: sizeAt(live.offer, slot, word) }),
        }),
        h("label", { for: id }, words.say(`page.level.${kind.size || word === "off" ? word : "on"}`)),
      );
    }),
  );
}

function opening(panel: Panel, slot: Slot): string {
  const { words, live, context } = panel;
  const opens = slot.start + Math.ceil(leadDays(live.offer, slot));
  const { days } = context.meta;
  if (opens >= days) return words.say("page.room.opens_late", { days: leadDays(live.offer, slot) });
  return words.say("page.room.opens", { date: words.shortDate(opens), count: days - opens, days });
}

function slotFields(panel: Panel, slot: Slot, at: number): HTMLElement {
  const { words, live } = panel;
  const kind = kindOf(live.offer, slot.kind);
  const title = slot.from ? live.offer.variants[slot.from[0]]?.[slot.from[1]]?.title : "";
  const name = title || kind.label[words.language];
  const strong = sizeAt(live.offer, slot, "strong");
  const parts: (HTMLElement | null)[] = [
    levelFields(panel, slot, at),
    kind.size
      ? fineField(panel, {
          id: `slot-${at}-size`,
          label: `${name}${words.colon()}${kind.size.meaning[words.language]}`,
          unit: kind.size.unit,
          value: slot.size,
          low: kind.size.low,
          high: sizeAt(live.offer, slot, "bold"),
          allowed: kind.size.high,
          step: stepOf(strong),
          set: (size) => panel.setSlot(at, { size }),
        })
      : null,
    kind.size && slot.size > 0 ? h("p", { class: "hint" }, `${kind.size.meaning[words.language]}.`) : null,
    h("p", { class: "hint" }, slot.size > 0 ? opening(panel, slot) : kind.meaning[words.language]),
  ];
  return h(
    "fieldset",
    { class: "slot" },
    h("legend", {}, name),
    ...parts,
    h(
      "button",
      {
        type: "button",
        class: "small",
        id: `slot-${at}-remove`,
        "aria-label": `${words.say("page.room.remove")}${words.colon()}${name}`,
        onclick: () => panel.set({ slots: panel.room.slots.filter((_, i) => i !== at) }, "room-add"),
      },
      words.say("page.room.remove"),
    ),
  );
}

/// A list and a button that does it: in some browsers an arrow key in a closed list already chooses.
function listField(id: string, label: string, options: Option[], does: { text: string; act: (value: string) => void }): HTMLElement {
  const field = selectField(id, label, options, options[0]!.value, () => undefined);
  const select = field.querySelector("select")!;
  const act = (): void => {
    if (select.value !== "") does.act(select.value);
  };
  const button = h("button", { type: "button", class: "small", id: `${id}-go`, onclick: act }, does.text);
  field.append(h("span", { class: "list-and-button" }, field.querySelector(".select-frame"), button));
  return field;
}

/// A long list with a field that leaves those in which a word is found.
function searchedList(id: string, words: Context["words"], labels: { search: string; list: string }, options: Option[], does: { text: string; act: (value: string) => void }): HTMLElement {
  const list = h("div", {});
  const count = h("span", { class: "hint", role: "status" });
  const show = (wanted: string): void => {
    const isWanted = words.finder(wanted);
    const found = options.filter((option) => isWanted(`${option.text} ${option.value}`));
    count.textContent = wanted ? words.found(found.length, options.length) : "";
    list.replaceChildren(...(found.length > 0 ? [listField(id, labels.list, found, does)] : []));
  };
  const search = h("input", { type: "search", id: `${id}-search`, oninput: (event) => show((event.target as HTMLInputElement).value.trim()) });
  show("");
  return h("div", {}, h("p", { class: "field" }, h("label", { for: search.id }, labels.search), search, count), list);
}

function addField(panel: Panel): HTMLElement | null {
  const { words, live, room } = panel;
  if (room.slots.length >= MOST_SLOTS) return h("p", { class: "hint" }, words.say("page.room.full", { count: MOST_SLOTS }));
  const free = (kind: Kind): boolean =>
    kind.size !== undefined && !room.slots.some((slot) => slot.kind === kind.name) && !excluded(live.offer, room, kind.name);
  const options = live.offer.kinds
    .filter(free)
    .map((kind) => ({ value: kind.name, text: kind.label[words.language], group: words.say(`page.theme.${kind.theme}`) }));
  if (options.length === 0) return null;
  const act = (name: string): void => {
    const slot = newSlot(live.offer, room, name);
    const added = slot.from ? slot : { ...slot, size: sizeAt(live.offer, slot, "modest") };
    panel.set({ slots: [...room.slots, added] }, `slot-${room.slots.length}-${slot.from ? "strong" : "modest"}`);
  };
  const field = listField("room-add", words.say("page.room.add"), options, { text: words.say("page.room.do_add"), act });
  return h("div", {}, field, h("p", { class: "hint" }, words.say("page.room.add_hint")));
}

function startField(panel: Panel): HTMLElement {
  const { words, live, context, room } = panel;
  const options = context.meta.variants.map((variant, i) => ({
    value: String(i),
    text: i === 0 ? words.say("page.room.nothing") : variant.title,
  }));
  options.unshift({ value: "", text: words.say("page.room.choose") });
  const act = (value: string): void => panel.set({ slots: roomOf(live.offer, Number(value)).slots, shocks: room.shocks });
  return listField("room-from", words.say("page.room.from"), options, { text: words.say("page.room.do_from"), act });
}

function shockFields(panel: Panel): HTMLElement | null {
  const { words, live, room } = panel;
  if (live.offer.shocks.length === 0) return null;
  return h(
    "fieldset",
    {},
    h("legend", {}, words.say("page.room.shocks")),
    ...live.offer.shocks.map((shock, i) =>
      h(
        "div",
        { class: "choice" },
        h("input", {
          type: "checkbox",
          id: `shock-${i}`,
          checked: room.shocks.includes(i),
          onchange: (event) =>
            panel.set({
              shocks: (event.target as HTMLInputElement).checked ? [...room.shocks, i] : room.shocks.filter((one) => one !== i),
            }),
        }),
        h("label", { for: `shock-${i}` }, `${shock.label[words.language]}, ${words.say("page.from", { date: words.shortDate(shock.start) })}`),
      ),
    ),
  );
}

/// What is typed as a reason and not kept yet outlives the next drawing of the panel, not the page.
const reasons = new Map<string, string>();

/// The reason goes to the notes with the value: a disagreement is a result of the workshop.
function contestedField(panel: Panel, parameter: Parameter): HTMLElement {
  const { words, room, context } = panel;
  const low = parameter.low!;
  const high = parameter.high!;
  const value = room.parameters[parameter.name] ?? null;
  const range = `${words.amount(low, parameter.unit)} – ${words.amount(high, parameter.unit)}`;
  const reason = h("input", {
    type: "text",
    id: `reason-${parameter.name}`,
    maxlength: 300,
    value: reasons.get(parameter.name) ?? "",
    oninput: () => reasons.set(parameter.name, reason.value),
  });
  const drop = (): void => {
    const { [parameter.name]: _, ...rest } = room.parameters;
    reasons.delete(parameter.name);
    panel.set({ parameters: rest }, "contest");
  };
  const keep = (): void => {
    const noted = (why: string): string =>
      words.say("page.room.contested_note", { name: parameter.meaning[words.language], value: value === null ? words.say("page.room.no_value") : words.amount(value, parameter.unit), range, reason: why });
    const why = reason.value.trim();
    const said = noted(why || words.say("page.room.no_reason"));
    // Kept twice, it is one disagreement; another reason is another note.
    const isKnown = context.notes.has(placeOf(context), why ? said : noted("\n").split("\n")[0]!);
    if (!isKnown) context.notes.add(placeOf(context), said);
    reasons.delete(parameter.name);
    context.announce(words.say(isKnown ? "page.room.kept_before" : "page.room.kept"));
    context.set({}, false);
  };
  return h(
    "fieldset",
    { class: "slot" },
    h("legend", {}, parameter.meaning[words.language]),
    fineField(panel, {
      id: `value-${parameter.name}`,
      label: parameter.meaning[words.language],
      unit: parameter.unit,
      value,
      low,
      high,
      allowed: high,
      step: (high - low) / 100,
      nudge: Number(((high - low) / 20).toPrecision(1)),
      set: (wanted) => panel.set({ parameters: { ...room.parameters, [parameter.name]: wanted } }),
    }),
    value === null ? h("p", { class: "hint" }, words.say("page.room.say_value")) : null,
    h("p", { class: "hint source" }, words.say("page.room.range", { range, source: parameter.source[words.language] })),
    h("p", { class: "field" }, h("label", { for: reason.id }, words.say("page.room.reason")), reason),
    h(
      "p",
      { class: "buttons" },
      h("button", { type: "button", class: "small", id: `keep-${parameter.name}`, onclick: keep }, words.say("page.room.keep")),
      h("button", { type: "button", class: "small", onclick: drop }, words.say("page.room.drop")),
    ),
  );
}

/// Assumptions behind the chart come first: those of its theme, then of the commune, then the others.
function contestFields(panel: Panel, annex: Annex | null): HTMLElement | null {
  const { words, context, live, room } = panel;
  if (!annex || context.meta.fixed_parameters) return null;
  const open = annex.parameters.filter(
    (row) => row.low !== null && row.high !== null && row.low < row.high && !live.offer.fixed.includes(row.name),
  );
  if (open.length === 0) return null;
  const theme = context.meta.indicators[context.state.indicator]!.name.split(".")[0]!;
  const rank = (row: Parameter): number => (row.name.startsWith(`${theme}.`) ? 0 : row.name.startsWith("commune.") ? 1 : 2);
  const groupOf = (row: Parameter): string => {
    const key = `page.theme.${row.name.split(".")[0]}`;
    return words.knows(key) ? words.say(key) : words.say("page.room.others");
  };
  const options = [...open]
    .sort((a, b) => rank(a) - rank(b))
    .filter((row) => room.parameters[row.name] === undefined)
    .map((row) => ({ value: row.name, text: row.meaning[words.language], group: groupOf(row) }));
  const contested = Object.keys(room.parameters).flatMap((name) => open.find((row) => row.name === name) ?? []); // the last one last
  const contest = (name: string): void => {
    const row = open.find((one) => one.name === name)!;
    panel.set({ parameters: { ...room.parameters, [row.name]: null } }, `value-${name}-slider`);
  };
  return h(
    "details",
    { id: "contest-panel", open: contested.length > 0, class: "contest" },
    h("summary", { id: "contest" }, words.say("page.room.contest")),
    h("p", { class: "hint" }, words.say("page.room.contest_hint")),
    ...contested.map((row) => contestedField(panel, row)),
    options.length > 0
      ? searchedList("contest-add", words, { search: words.say("page.method.filter"), list: words.say("page.room.contest_add") }, options, {
          text: words.say("page.room.do_contest"),
          act: contest,
        })
      : null,
  );
}

export function roomPanel(context: Context, live: Live, room: RoomChoice, annex: Annex | null): HTMLElement {
  const panel = new Panel(context, live, room);
  return h(
    "div",
    { class: "room", role: "group", "aria-label": context.words.say("page.room") },
    startField(panel),
    ...room.slots.map((slot, at) => slotFields(panel, slot, at)),
    addField(panel),
    shockFields(panel),
    contestFields(panel, annex),
  );
}

function statusText(context: Context, live: Live): string {
  const { words } = context;
  const { status } = live;
  if (status.phase === "failed") return words.say(`page.room.failed.${status.fault}`);
  if (status.phase === "starting") return words.say("page.room.starting");
  const seconds = words.number(status.seconds, status.seconds < 10 ? 1 : 0);
  if (status.phase === "done") return words.say("page.room.done", { count: status.wanted, seconds });
  if (status.phase === "running") return words.say("page.room.running", { done: status.done, wanted: status.wanted, seconds });
  return words.say("page.room.stopped", { done: live.foundOf(context.state)?.replicates ?? 0 });
}

/// Brings the card up to date where it stands: a button that is being pressed stays. False if it must be made anew.
export function refreshStatus(context: Context, live: Live): boolean {
  const card = document.getElementById("room-status");
  if (!card || card.dataset["phase"] !== live.status.phase) return false;
  card.querySelector("p")!.textContent = statusText(context, live);
  const bar = card.querySelector("progress");
  if (bar) bar.value = live.status.progress;
  return true;
}

/// Another card in its place; whoever was on its button is on the card.
export function replaceStatus(context: Context, live: Live): void {
  const card = document.getElementById("room-status");
  if (!card) return;
  const focused = card.contains(document.activeElement);
  const next = roomStatus(context, live);
  card.replaceWith(next);
  if (focused) next.focus({ preventScroll: true });
}

/// How far the simulation is.
export function roomStatus(context: Context, live: Live): HTMLElement {
  const { words } = context;
  const { status } = live;
  const running = status.phase === "running" || status.phase === "starting";
  const stop = (): void => {
    live.stop();
    context.set({ held: true }, false, "room-go");
  };
  const go = (): void => {
    live.retry();
    context.set({ held: false }, false, "room-status");
  };
  const [name, does] = running ? (["stop", stop] as const) : (["go", go] as const);
  const button =
    status.phase !== "done" ? h("button", { type: "button", class: "small", id: `room-${name}`, onclick: does }, words.say(`page.room.${name}`)) : null;
  return h(
    "section",
    { class: "card room-status", id: "room-status", tabindex: -1, "data-phase": status.phase, role: status.phase === "failed" ? "alert" : null },
    h("p", {}, statusText(context, live)),
    status.phase === "failed" ? h("p", { class: "hint" }, words.say("page.room.detail", { why: status.why })) : null,
    running ? h("progress", { max: 1, value: status.progress, "aria-label": words.say("page.room.progress") }) : null,
    button && h("p", { class: "buttons" }, button),
  );
}
