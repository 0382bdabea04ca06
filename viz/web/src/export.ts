// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Takes figures and tables out of the page: SVG with its colours written in, PNG from it, CSV, text.

const COPIED = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "stroke-linecap",
  "font-weight",
  "opacity",
] as const;

export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/// A figure that stands alone: what the page's styles gave it is written into it, with a title and a source.
export function standaloneSvg(svg: SVGElement, heading: string, source: string): { text: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    if (original.closest("defs,title,desc")) return;
    for (const name of COPIED) copies[i]!.setAttribute(name, style.getPropertyValue(name));
    copies[i]!.removeAttribute("class");
  });
  const [, , width, height] = svg.getAttribute("viewBox")!.split(" ").map(Number) as [number, number, number, number];
  const page = getComputedStyle(document.body);
  const ink = page.color;
  const lines = (text: string, size: number): string[] => {
    const most = Math.max(20, Math.floor(width / (size * 0.55)));
    const found = [""];
    for (const word of text.split(" ")) {
      const longer = `${found[found.length - 1]} ${word}`.trim();
      if (longer.length > most) found.push(word);
      else found[found.length - 1] = longer;
    }
    return found;
  };
  const head = lines(heading, 15);
  const foot = lines(source, 10);
  const above = head.length * 20 + 8;
  const total = above + height + foot.length * 14 + 10;
  const text = (content: string, x: number, y: number, size: number, weight: string): SVGElement => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", "text");
    for (const [name, value] of Object.entries({ x, y, "font-size": size, "font-weight": weight, fill: ink })) {
      element.setAttribute(name, String(value));
    }
    element.textContent = content;
    return element;
  };
  const body = document.createElementNS("http://www.w3.org/2000/svg", "g");
  body.setAttribute("transform", `translate(0 ${above})`);
  body.append(...[...copy.childNodes].filter((node) => !["title", "desc"].includes(node.nodeName)));
  const background = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x: -16, y: -10, width: width + 32, height: total + 20 })) {
    background.setAttribute(name, String(value));
  }
  background.setAttribute("fill", getComputedStyle(document.documentElement).getPropertyValue("--card").trim() || "#fff");
  copy.append(
    background,
    ...head.map((line, i) => text(line, 0, 16 + i * 20, 15, "700")),
    body,
    ...foot.map((line, i) => text(line, 0, above + height + 14 + i * 14, 10, "400")),
  );
  const full = { width: width + 32, height: total + 20 };
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `-16 -10 ${full.width} ${full.height}`);
  copy.setAttribute("width", String(full.width));
  copy.setAttribute("height", String(full.height));
  copy.setAttribute("font-family", "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif");
  return { text: new XMLSerializer().serializeToString(copy), ...full };
}

export async function pngOf(svg: { text: string; width: number; height: number }): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg.text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = svg.width * 2;
    canvas.height = svg.height * 2;
    const pen = canvas.getContext("2d")!;
    pen.scale(2, 2);
    pen.drawImage(image, 0, 0);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no PNG"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
