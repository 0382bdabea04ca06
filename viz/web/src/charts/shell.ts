// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// What every chart is: a drawing with a title and a description, which screen readers say.

import { freshId, s } from "../dom";

export function chartShell(chart: { width: number; title: string; description: string }, height: number): SVGElement {
  const titleId = freshId("title");
  const descId = freshId("desc");
  return s(
    "svg",
    {
      viewBox: `0 0 ${chart.width.toFixed(0)} ${height.toFixed(0)}`,
      role: "img",
      "aria-labelledby": `${titleId} ${descId}`,
      class: "chart",
    },
    s("title", { id: titleId }, chart.title),
    s("desc", { id: descId }, chart.description),
  );
}
