// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Small helpers to build the page's elements: texts are always text, never markup.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | ((event: Event) => void) | null | undefined>;

function fill(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true && !name.startsWith("aria-") ? "" : String(value));
  }
  for (const child of children) if (child) element.append(child);
}

export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  fill(element, attributes, children);
  return element;
}

/// A card with its heading.
export const section = (title: string, ...children: Child[]): HTMLElement => h("section", { class: "card" }, h("h2", {}, title), ...children);

export function s(name: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  fill(element, attributes, children);
  return element;
}

let made = 0;
export const freshId = (stem: string): string => `${stem}-${++made}`;

export interface Cell {
  text: string;
  kind?: "number" | "head" | "good" | "bad" | "unsure";
}

/// A table with a caption, in a frame that can be scrolled with the keyboard when it is wide.
export function table(caption: string, head: string[], rows: (string | Cell)[][], quietCaption = false): HTMLElement {
  const line = (cells: (string | Cell)[]): HTMLElement =>
    h(
      "tr",
      {},
      ...cells.map((cell, i) => {
        const { text, kind } = typeof cell === "string" ? { text: cell, kind: undefined } : cell;
        if (i === 0) return h("th", { scope: "row" }, text);
        return h("td", { class: kind ?? null }, text);
      }),
    );
  return h(
    "div",
    { class: "table-frame", tabindex: 0, role: "region", "aria-label": caption },
    h(
      "table",
      {},
      h("caption", { class: quietCaption ? "visually-hidden" : null }, caption),
      h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", {}, ...rows.map(line)),
    ),
  );
}
