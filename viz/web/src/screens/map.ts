// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The commune drawn: roads, homes by squares of 200 m, places; zones coloured by what happens in them.

import { h, section, table, type Cell } from "../dom";
import { download } from "../export";
import { filmCard } from "./film";
import { isCounted } from "../sentences";
import { isRoom } from "../state";
import { labelOf, rowOf, selectField, siteField, siteName, variantTitle, type Context } from "../context";

/// The figure as it was drawn, with names of its own for what describes it.
function inlined(svg: string): SVGElement {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement as unknown as SVGElement;
  for (const id of ["title", "desc"]) parsed.querySelector(`#${id}`)?.setAttribute("id", `map-${id}`);
  parsed.setAttribute("aria-labelledby", "map-title map-desc");
  parsed.removeAttribute("width");
  parsed.removeAttribute("height");
  parsed.setAttribute("class", "map-drawing");
  return document.importNode(parsed, true);
}

function zonesTable(context: Context): HTMLElement | null {
  const { meta, words, state } = context;
  const indicator = meta.contents.map_indicator;
  const zones = meta.groups.map((group, i) => ({ group, i })).filter(({ group }) => group.kind === "zone");
  if (indicator === null || zones.length === 0 || meta.variants.length < 2) return null;
  const row = rowOf(context, state.site, indicator);
  const heading = words.say("page.map.zones", {
    label: labelOf(context, meta.indicators[indicator]!),
    unit: words.differenceUnit(meta.indicators[indicator]!.unit),
  });
  return section(
    heading,
    table(
      heading,
      [words.say("page.column.zone"), ...meta.variants.slice(1).map((variant) => variant.title)],
      zones.map(({ group, i }) => [
        group.label[words.language],
        ...(row.equity ?? []).map((equity, v): Cell => ({ text: isCounted(row, v + 1) ? "–" : equity.groups[i]!.text[words.language][0], kind: "number" })),
      ]),
      true,
    ),
    h("p", { class: "hint" }, words.say("page.effects.caption")),
  );
}

/// The drawing in its frame, to look at and to take away.
function territory(context: Context, svg: string): HTMLElement {
  const { meta, words, state } = context;
  const drawing = inlined(svg);
  const name = `essaim-${words.say("page.tab.map").toLowerCase()}-${meta.sites[state.site]!.id}.svg`;
  return section(
    words.say("page.map.of", { site: siteName(context) }),
    h("p", { class: "hint" }, words.say("page.map.hint")),
    h("div", { class: "map-frame", tabindex: 0, role: "region", "aria-label": words.say("page.map.of", { site: siteName(context) }) }, drawing),
    h("p", { class: "hint map-words" }, drawing.querySelector("#map-desc")?.textContent ?? ""),
    h(
      "p",
      { class: "downloads" },
      h("span", {}, words.say("page.download")),
      h("button", { type: "button", class: "small", onclick: () => download(name, "image/svg+xml", svg) }, "SVG"),
    ),
  );
}

export async function map(context: Context): Promise<HTMLElement> {
  const { meta, words, state, data } = context;
  if (meta.contents.map_indicator !== null) await context.need([meta.contents.map_indicator]);
  const maps = await data.maps(state.site, words.language);
  const views = [words.say("page.map.territory"), ...meta.variants.map((_, i) => variantTitle(context, i))];
  const indicator = meta.contents.map_indicator;
  const label = indicator === null ? "" : labelOf(context, meta.indicators[indicator]!);
  const available = (maps ?? []).map((svg, i) => ({ svg, i })).filter(({ svg }) => svg !== null);
  const view = available.some(({ i }) => i === state.mapView) ? state.mapView : 0;
  const choose = selectField(
    "map-view",
    words.say("page.map.view"),
    available.map(({ i }) => ({ value: String(i), text: i === 0 ? views[0]! : `${label} – ${views[i]}` })),
    String(view),
    (value) => context.set({ mapView: Number(value) }, false),
  );
  const screen = h("div", { class: "stack" }, h("section", { class: "card row-of-fields", "aria-label": words.say("page.choices") }, siteField(context), available.length > 0 ? choose : null));
  const svg = maps?.[view];
  const film = filmCard(context);
  if (film) screen.append(film);
  if (!svg) {
    const elsewhere = meta.contents.left_out.some((name) => name.startsWith(`map-${state.site}-`));
    screen.append(h("p", { class: "card" }, words.say(elsewhere ? "page.map.left_out" : "page.map.none")));
  } else screen.append(territory(context, svg));
  const zones = svg ? zonesTable(context) : null;
  if (zones) screen.append(zones);
  if (zones && isRoom(meta, state)) zones.append(h("p", { class: "hint" }, words.say("page.map.room")));
  return screen;
}
