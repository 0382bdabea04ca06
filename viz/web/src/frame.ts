// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The frame of every screen: title, what this is not, tabs, settings, the screen, help.

import { h } from "./dom";
import type { App } from "./main";
import { SCREENS, type Theme } from "./state";
import { SHORTCUTS } from "./keys";

function settings(app: App): HTMLElement {
  const { words, state } = app;
  const other = state.language === "fr" ? "en" : "fr";
  const themes: Theme[] = ["auto", "light", "dark"];
  return h(
    "div",
    { class: "settings" },
    h(
      "button",
      { type: "button", id: "language", lang: other, onclick: () => app.set({ language: other }, false) },
      other === "en" ? "English" : "Français",
    ),
    h("label", { for: "theme", class: "visually-hidden" }, words.say("page.theme")),
    h(
      "select",
      { id: "theme", onchange: (event) => app.setTheme((event.target as HTMLSelectElement).value as Theme) },
      ...themes.map((theme) => h("option", { value: theme, selected: theme === state.theme }, words.say(`page.theme_${theme}`))),
    ),
    h(
      "button",
      { type: "button", id: "big", "aria-pressed": state.big ? "true" : "false", onclick: () => app.set({ big: !state.big }, false) },
      words.say("page.big"),
    ),
    h("button", { type: "button", id: "help-button", onclick: openHelp }, words.say("page.help")),
  );
}

export function openHelp(): void {
  (document.getElementById("help") as HTMLDialogElement | null)?.showModal();
}

function help(app: App): HTMLElement {
  const { words, store } = app;
  const on = store.get("keys") !== "no";
  return h(
    "dialog",
    { id: "help", "aria-labelledby": "help-title" },
    h("h2", { id: "help-title" }, words.say("page.help.title")),
    h("p", {}, words.say("page.help.text")),
    h("dl", { class: "keys" }, ...SHORTCUTS.flatMap(({ keys, does }) => [h("dt", {}, h("kbd", {}, keys)), h("dd", {}, words.say(`page.key.${does}`))])),
    h(
      "div",
      { class: "choice" },
      h("input", {
        type: "checkbox",
        id: "keys-on",
        checked: on,
        onchange: (event) => store.set("keys", (event.target as HTMLInputElement).checked ? "yes" : "no"),
      }),
      h("label", { for: "keys-on" }, words.say("page.help.keys_on")),
    ),
    h("form", { method: "dialog" }, h("button", { class: "primary" }, words.say("page.help.close"))),
  );
}

function banner(app: App): HTMLElement {
  const { words, meta, state } = app;
  const site = meta.sites[state.site]!;
  return h(
    "p",
    { class: "banner" },
    h("strong", {}, words.say("warning.exploration")),
    site.illustration ? ` ${site.name}${words.colon()}${words.say("warning.illustration")}.` : null,
  );
}

export function frame(app: App, screen: HTMLElement): HTMLElement[] {
  const { words, meta, state } = app;
  const tabs = h(
    "nav",
    { class: "tabs", "aria-label": words.say("page.screens") },
    h(
      "ul",
      {},
      ...SCREENS.map((name) =>
        h(
          "li",
          {},
          h("a", { href: app.link(name), "aria-current": name === state.screen ? "page" : null }, words.say(`page.tab.${name}`)),
        ),
      ),
    ),
  );
  return [
    h("a", { class: "skip", href: "#main", onclick: (event) => { event.preventDefault(); document.getElementById("screen-title")?.focus(); } }, words.say("page.skip")),
    h(
      "header",
      {},
      h("div", { class: "masthead" }, h("p", { class: "brand" }, "Essaim"), h("p", { class: "study" }, meta.title), settings(app)),
      tabs,
      banner(app),
    ),
    h("main", { id: "main", class: `on-${state.screen}` }, h("h1", { id: "screen-title", tabindex: -1, class: "visually-hidden" }, words.say(`page.tab.${state.screen}`)), screen),
    h("footer", {}, h("p", {}, words.say("page.footer", { version: meta.version, license: meta.license || "–" }))),
    help(app),
  ];
}
