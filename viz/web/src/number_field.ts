// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// A number that a slider, two steps and a field say alike; what cannot be taken is refused in words, never cut to fit.

import { h } from "./dom";
import type { Words } from "./format";

export interface NumberField {
  id: string;
  label: string;
  seen: boolean; // the label is drawn; else it is for screen readers alone
  unit: string; // as it is shown
  value: number | null; // null: not said yet
  start: number; // of slider and steps until then
  low: number;
  high: number; // of the slider
  allowed: number; // highest that may be typed
  step: number; // of the slider
  nudge?: number; // of the two buttons, where a slider's is too small to be read
  held?(): void; // the slider is being moved
  set(value: number): void;
}

/// Label, slider, two steps, field and unit; then what it takes, where a refusal is told without moving the rest.
export function numberField(words: Words, wanted: NumberField): HTMLElement[] {
  const { id, label, unit, low, high, allowed, step } = wanted;
  const nudge = wanted.nudge ?? step;
  const shown = words.shortest;
  let said = wanted.value;
  const ends = { low: shown(low), high: `${shown(allowed)} ${unit}`.trim() };
  const range = words.say("page.number.range", ends);
  const bounds = h("p", { class: "bounds", id: `${id}-bounds`, role: "status" }, range);
  const field = h("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    size: Math.max(4, shown(allowed).length),
    id,
    value: said === null ? "" : shown(said),
    "aria-describedby": bounds.id,
    onchange: () => take(words.read(field.value)),
  });
  const slider = h("input", {
    type: "range",
    id: `${id}-slider`,
    "aria-label": label,
    min: low,
    max: high,
    step,
    value: Math.min(high, said ?? wanted.start),
    "aria-valuetext": said === null ? null : `${shown(said)} ${unit}`,
    oninput: () => {
      wanted.held?.();
      field.value = shown(Number(slider.value));
      slider.setAttribute("aria-valuetext", `${field.value} ${unit}`);
    },
    onchange: () => take(Number(slider.value)),
  });
  const refuse = (why: string): void => {
    bounds.textContent = why || range;
    bounds.classList.toggle("refusal", why !== "");
    field.setAttribute("aria-invalid", why ? "true" : "false");
  };
  const take = (value: number): void => {
    if (!Number.isFinite(value)) return refuse(words.say("page.number.unread"));
    if (value < low || value > allowed) return refuse(words.say("page.number.outside", ends));
    refuse("");
    field.value = shown(value);
    slider.value = String(Math.min(high, value));
    slider.setAttribute("aria-valuetext", `${field.value} ${unit}`);
    if (value === said) return;
    said = value;
    wanted.set(value);
  };
  const stepButton = (sign: number): HTMLElement =>
    h(
      "button",
      {
        type: "button",
        class: "nudge",
        id: `${id}-${sign < 0 ? "less" : "more"}`,
        onclick: () => take(Math.min(allowed, Math.max(low, Number(((said ?? wanted.start) + sign * nudge).toPrecision(12))))),
      },
      `${sign < 0 ? "−" : "+"}\u00a0${words.shortest(nudge)}`,
      h("span", { class: "visually-hidden" }, `, ${label}`),
    );
  const named = h("label", { for: id, class: wanted.seen ? null : "visually-hidden" }, label);
  return [named, slider, stepButton(-1), stepButton(1), field, h("span", { class: "unit" }, unit), bounds];
}
