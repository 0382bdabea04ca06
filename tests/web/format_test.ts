// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { csv, dayOf, longDate, number, shortDate, shortest, signed, Words } from "../../viz/web/src/format";
import type { Meta } from "../../viz/web/src/model";

// The expected texts are those of tests/viz/term/locale_test.cc.
test("numbers are written as the commands write them", () => {
  assert.equal(number("fr", 1234567.891, 2), "1\u202f234\u202f567,89");
  assert.equal(number("en", 1234567.891, 2), "1,234,567.89");
  assert.equal(number("fr", -0.5, 1), "−0,5");
  assert.equal(number("fr", -0.04, 1), "0,0");
  assert.equal(number("fr", 999, 0), "999");
  assert.equal(number("fr", NaN, 1), "–");
  assert.equal(signed("fr", 2, 0), "+2");
  assert.equal(signed("fr", 0.04, 1), "0,0");
  assert.equal(shortest("fr", 0.25), "0,25");
  assert.equal(shortest("en", 12), "12");
});

// Written by tests/viz/term/number_texts_test.cc.
test("half-way values are rounded as the commands round them", () => {
  const file = join(process.env["ESSAIM_SOURCE_DIR"]!, "tests/viz/term/golden/numbers.json");
  const rows = JSON.parse(readFileSync(file, "utf8")) as [number, number, string, string][];
  assert.ok(rows.length > 100);
  for (const [value, decimals, text, short] of rows) {
    assert.equal(number("fr", value, decimals), text, `${value} with ${decimals} decimals`);
    assert.equal(shortest("fr", value), short, `${value}`);
  }
});

test("days become dates across months and years", () => {
  assert.equal(longDate("fr", dayOf("2026-06-01", 0)), "1er juin 2026");
  assert.equal(longDate("fr", dayOf("2026-06-01", 30)), "1er juillet 2026");
  assert.equal(longDate("en", dayOf("2026-12-31", 1)), "1 January 2027");
  assert.equal(shortDate("en", dayOf("2028-02-28", 1)), "29 Feb");
});

test("a number is read as people type it", () => {
  const of = (language: "fr" | "en"): Words => new Words({ words: { fr: {}, en: {} } } as unknown as Meta, language);
  for (const [text, value] of [["1,9", 1.9], ["1.9", 1.9], ["1 380", 1380], ["1\u202f380,5", 1380.5], ["−3", -3], [",5", 0.5], ["+2", 2]] as const) {
    assert.equal(of("fr").read(text), value, text);
  }
  assert.equal(of("en").read("1,380.5"), 1380.5);
  assert.equal(of("en").read("1,9"), 1.9);
  assert.equal(of("en").read("0,125"), 0.125);
  assert.ok(Number.isNaN(of("en").read("1,23,456")));
  for (const text of ["", "beaucoup", "1e5", "1,2,3", "0x10", "12 %"]) assert.ok(Number.isNaN(of("fr").read(text)), text);
});

test("a word finds what is called otherwise", () => {
  const say = { "page.search.same": "essence carburant gazole|velo cyclable|bus autocar|vieux agee" };
  const words = new Words({ words: { fr: say, en: say } } as unknown as Meta, "fr");
  for (const [text, wanted] of [
    ["Prix du carburant à la pompe", "Essence"],
    ["Voies cyclables", "vélo"],
    ["Part d'un voisin", "voisins"],
    ["Personne âgée aidée", "les personnes âgées"],
    ["Poids d'une minute de trajet", "minute de tra"],
  ] as const) assert.ok(words.finder(wanted)(text), `${wanted} in ${text}`);
  for (const [text, wanted] of [["Prix du pain", "essence"], ["Écart-type", "bus"], ["Semaine du ménage", "vieux"]] as const) {
    assert.ok(!words.finder(wanted)(text), `${wanted} in ${text}`);
  }
});

test("a French table opens in a French spreadsheet", () => {
  const rows = [
    ["jour", "a;b"],
    ["1", 0.5],
    ['dit "oui"', NaN],
  ];
  assert.equal(csv("fr", rows), '\ufeffjour;"a;b"\r\n1;0,5\r\n"dit ""oui""";\r\n');
  assert.equal(csv("en", rows), '\ufeffjour,"a;b"\r\n1,0.5\r\n"dit ""oui""",\r\n');
});
