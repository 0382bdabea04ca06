// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What the room says, kept beside what it looked at.

import { h } from "../dom";
import { download } from "../export";
import { placeOf, sourceLine, type Context } from "../context";

/// Above the notes that are taken away: what was looked at last, and how to see it again.
function heading(context: Context, composed: string): string {
  const { meta, words } = context;
  const again = words.say("page.notes.again", { address: location.hash });
  return [meta.title, sourceLine(context), words.say("warning.exploration"), placeOf(context), composed, again].filter(Boolean).join("\n");
}

/// What is written and not kept yet outlives the next drawing of the page.
let draft = "";

/// `composed`: what the room has put together, in words; empty where it looks at the file's own.
export function notesCard(context: Context, composed: string): HTMLElement {
  const { words, notes, store } = context;
  const field = h("textarea", { id: "note", rows: 3, oninput: () => (draft = field.value) });
  field.value = draft;
  const list = h("ol", { class: "notes" });
  const refusal = h("p", { class: "refused", role: "status" });
  const show = (): void => {
    list.replaceChildren(
      ...notes.list.map((note, i) =>
        h(
          "li",
          {},
          h("span", {}, note.text),
          h("small", {}, note.at),
          h(
            "button",
            {
              type: "button",
              class: "small",
              "aria-label": `${words.say("page.notes.remove")}${words.colon()}${note.text}`,
              onclick: () => {
                notes.remove(i);
                show();
              },
            },
            words.say("page.notes.remove"),
          ),
        ),
      ),
    );
    refusal.textContent = store.refused ? words.say("page.notes.refused") : "";
  };
  const keep = (): void => {
    if (field.value.trim() === "") return;
    notes.add([placeOf(context), composed].filter(Boolean).join(". "), field.value.trim());
    field.value = draft = "";
    show();
    context.announce(words.say("page.notes.kept"));
  };
  show();
  return h(
    "section",
    { class: "card", id: "notes" },
    h("h2", {}, words.say("page.notes")),
    h("label", { for: "note" }, words.say("page.notes.hint")),
    field,
    h(
      "p",
      { class: "buttons" },
      h("button", { type: "button", onclick: keep }, words.say("page.notes.keep")),
      h(
        "button",
        {
          type: "button",
          onclick: () =>
            download("essaim-notes.txt", "text/plain;charset=utf-8", notes.text(heading(context, composed))),
        },
        words.say("page.notes.export"),
      ),
    ),
    refusal,
    list,
  );
}
