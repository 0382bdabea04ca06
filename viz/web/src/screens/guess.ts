// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Predict first, then reveal: what the room expects is asked before the answer is drawn.

import type { Guess } from "../state";
import { h } from "../dom";
import { numberField } from "../number_field";
import { isCounted } from "../sentences";
import { rowOf, siteName, labelOf, type Context } from "../context";

/// What is said so far: nothing, at first.
type Asked = Omit<Guess, "way"> & { way: Guess["way"] | null };

const keyOf = (context: Context): string => {
  const { meta, state } = context;
  return `guess:${meta.sites[state.site]!.id}:${meta.indicators[state.indicator]!.name}:${meta.variants[state.variant]!.name}`;
};

function keptGuess(context: Context): Guess | null {
  try {
    const guess = JSON.parse(context.store.get(keyOf(context)) ?? "null") as Guess | null;
    return guess && ["up", "same", "down"].includes(guess.way) ? guess : null;
  } catch {
    return null;
  }
}

/// How far a guess may go, from what happens without measures alone: the answer must not show through. Without a size
/// to go by, and of a rare event, which has none, only the way is guessed.
function largestGuess(context: Context): { max: number; step: number } | null {
  const without = rowOf(context).variants[0]!;
  const size = Math.max(Math.abs(without.median ?? 0), ((without.high ?? 0) - (without.low ?? 0)) / 2);
  if (without.kind === "rare" || size === 0) return null;
  const power = 10 ** Math.floor(Math.log10(size));
  const max = [1, 2, 5, 10].map((factor) => factor * power).find((value) => value >= size)!;
  return { max, step: max / 20 };
}

function told(context: Context, guess: Guess): HTMLElement {
  const { words, meta, state } = context;
  const unit = words.differenceUnit(meta.indicators[state.indicator]!.unit);
  const sizes = largestGuess(context);
  const text = rowOf(context).compared[state.variant - 1]!.text[words.language][2];
  const counted = isCounted(rowOf(context), state.variant);
  const said =
    guess.way === "same" || !sizes || guess.amount === null
      ? words.say(`page.guess.said_${guess.way === "same" ? "same" : `${guess.way}_alone`}`)
      : words.say(`page.guess.said_${guess.way}`, { amount: words.shortest(guess.amount), unit });
  return h(
    "section",
    { class: "card guess" },
    h("h2", {}, words.say("page.guess.yours")),
    h("p", {}, said, " ", words.say(counted ? "page.guess.answer_counted" : "page.guess.answer", { text, unit })),
  );
}

function askWay(context: Context, change: (way: Guess["way"]) => void): HTMLElement {
  const { words } = context;
  return h(
    "fieldset",
    {},
    h("legend", {}, words.say("page.guess.way")),
    h(
      "div",
      { class: "ways" },
      ...(["up", "same", "down"] as const).map((way) =>
        h(
          "label",
          { class: "way", for: `guess-${way}` },
          h("input", { type: "radio", name: "guess", id: `guess-${way}`, onchange: () => change(way) }),
          h("span", { "aria-hidden": true, class: "arrow" }, { up: "↗", same: "→", down: "↘" }[way]),
          words.say(`page.guess.${way}`),
        ),
      ),
    ),
  );
}

/// By how much, for who wants to say it. Hidden while nothing is expected to change.
function askAmount(context: Context, guess: Asked, sizes: { max: number; step: number }): HTMLElement {
  const { words, meta, state } = context;
  const { max, step } = sizes;
  const parts = numberField(words, {
    id: "guess-amount",
    label: words.say("page.guess.amount"),
    seen: true,
    unit: words.differenceUnit(meta.indicators[state.indicator]!.unit),
    value: null,
    start: 0,
    low: 0,
    high: max,
    allowed: max,
    step,
    set: (value) => (guess.amount = value),
  });
  return h("div", { class: "amount", hidden: true }, ...parts);
}

function ask(context: Context): HTMLElement {
  const { words, meta, state, store } = context;
  const indicator = meta.indicators[state.indicator]!;
  const guess: Asked = { way: null, amount: null };
  const sizes = largestGuess(context);
  const amount = sizes && askAmount(context, guess, sizes);
  const ways = askWay(context, (way) => {
    guess.way = way;
    if (amount) amount.hidden = way === "same";
  });
  return h(
    "section",
    { class: "card guess" },
    h("h2", {}, words.say("page.guess.title")),
    h(
      "p",
      {},
      words.say("page.guess.question", {
        variant: meta.variants[state.variant]!.title,
        label: labelOf(context, indicator),
        site: siteName(context),
      }),
    ),
    ways,
    amount,
    h(
      "p",
      { class: "buttons" },
      h(
        "button",
        {
          type: "button",
          class: "primary",
          id: "reveal",
          onclick: () => {
            if (guess.way) store.set(keyOf(context), JSON.stringify(guess));
            context.reveal();
          },
        },
        words.say("page.guess.reveal"),
      ),
      h("button", { type: "button", id: "skip", onclick: () => context.reveal() }, words.say("page.guess.skip")),
    ),
  );
}

/// The question while the answer is hidden; then what was guessed beside it, if anything was.
export function guessCard(context: Context): HTMLElement | null {
  if (!context.revealed()) return ask(context);
  const guess = keptGuess(context);
  return guess ? told(context, guess) : null;
}
