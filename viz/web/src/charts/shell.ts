// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What every chart is: a drawing with a title and a description, which screen readers say, and marks whose roles are
// the classes of styles/charts.css.

import type { Words } from "../format";
import { freshId, s } from "../dom";
import type { Layout, Mark } from "./geometry";

function element(mark: Mark): SVGElement {
  const role = mark[1] || null;
  switch (mark[0]) {
    case "line":
      return s("line", { x1: mark[2], y1: mark[3], x2: mark[4], y2: mark[5], class: role });
    case "path":
      return s("path", { d: mark[2], class: role });
    case "rect":
      return s("rect", { x: mark[2], y: mark[3], width: mark[4], height: mark[5], rx: mark[6] || null, class: role });
    case "circle":
      return s("circle", { cx: mark[2], cy: mark[3], r: mark[4], class: role });
    case "text":
      return s("text", { x: mark[2], y: mark[3], "font-size": mark[4], "text-anchor": mark[5], class: role }, mark[6]);
  }
}

export function painted(layout: Layout, told: { title: string; description: string }): SVGElement {
  const titleId = freshId("title");
  const descId = freshId("desc");
  return s(
    "svg",
    {
      viewBox: `0 0 ${layout.width.toFixed(0)} ${layout.height.toFixed(0)}`,
      role: "img",
      "aria-labelledby": `${titleId} ${descId}`,
      class: "chart",
    },
    s("title", { id: titleId }, told.title),
    s("desc", { id: descId }, told.description),
    ...layout.layers.filter(([, marks]) => marks.length > 0).map(([role, marks]) => s("g", { class: role }, ...marks.map(element))),
  );
}

/// What an axis says on top of it.
export const axisUnit = (words: Words, unit: string, difference: boolean): string =>
  difference ? words.differenceUnit(unit) : words.unit(unit);
