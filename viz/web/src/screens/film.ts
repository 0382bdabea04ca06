// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// The commune in motion: one draw, without measures and with them, side by side on the same clock.

import { h, section, table, type Cell } from "../dom";
import { cannotSimulate, selectField, siteName, variantTitle, type Context } from "../context";
import { composedContext } from "../live/findings";
import type { Action } from "../model";
import { isRoom } from "../state";
import { Film, MODES, PURPOSES, type Ground, type Tours } from "../live/film";
import { DayScene, drawGround, fitted, GROUPS, MODE_GROUP, SHAPE, type Group, type Mark, type View } from "../live/scene";
import { faultOf } from "../live/fault";
import type { Live } from "../live/live";
import { kindOf, orderOf, roomOf, settled, written, type RoomChoice } from "../live/room";

const SPEEDS = [5, 15, 30, 60]; // minutes of the commune a second
const MORNING = 480; // minute at which a film opens: people are under way
const DAWN = 240; // nobody is under way before
const CALM_STEP = 30; // minutes between two pictures where motion is not wanted
const isCalm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/// Two films of one draw, with the hand of their clock.
class Show {
  day = 0;
  minute = MORNING;
  speed = 15;
  playing = false;
  constructor(
    readonly key: string,
    readonly films: Film[], // the baseline, then what is beside it
    readonly titles: string[],
    readonly shocks: Action[], // of both
    readonly measures: Action[], // of the second
  ) {}

  end(): void {
    for (const film of this.films) film.end();
  }
}

/// One at a time: a film holds a whole commune.
const shows = new WeakMap<Live, Show>();

const roomToShow = (context: Context, live: Live): RoomChoice =>
  isRoom(context.meta, context.state) && context.state.room
    ? context.state.room
    : roomOf(live.offer, Math.min(context.state.variant, context.meta.variants.length - 1));

const keyOf = (context: Context, room: RoomChoice, draw: number): string => `${context.state.site}:${draw}:${written(settled(room))}`;

const isOn = (action: Action, day: number): boolean => day >= action.day && (action.days === null || day < action.day + action.days);

/// The first of the days on which most shocks are at work: where a film has most to show.
function heaviestDay(days: number, shocks: Action[]): number {
  const count = Array.from({ length: days }, (_, day) => shocks.filter((shock) => isOn(shock, day)).length);
  return count.indexOf(Math.max(...count));
}

/// A colour of the page as a pixel of a picture.
function pixelOf(name: string): number {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const paint = canvas.getContext("2d", { willReadFrequently: true })!;
  paint.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  paint.fillRect(0, 0, 1, 1);
  return new Uint32Array(paint.getImageData(0, 0, 1, 1).data.buffer)[0]!;
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const VARIABLE: Record<Group, string> = { car: "--without", shared: "--quiet", active: "--with" };

const LORRY = 7;

/// One film on its canvas.
class Picture {
  readonly canvas: HTMLCanvasElement;
  private readonly paint: CanvasRenderingContext2D;
  private readonly image: ImageData;
  private readonly pixels: Uint32Array;
  private readonly ground: Uint32Array;
  private readonly view: View;
  private readonly marks: Mark[]; // of each mode
  private readonly lorry: Mark;
  private scene: DayScene | null = null;

  constructor(
    readonly film: Film,
    width: number,
    height: number,
    label: string,
  ) {
    this.canvas = h("canvas", { width, height, role: "img", "aria-label": label });
    this.paint = this.canvas.getContext("2d", { willReadFrequently: true })!;
    this.view = fitted(film.ground, width, height);
    const palette = { paper: colour("--card"), road: colour("--edge"), home: colour("--home"), field: colour("--field"), furrow: colour("--furrow"), ink: colour("--ink") };
    drawGround(this.paint, film.ground, this.view, palette);
    this.image = this.paint.getImageData(0, 0, width, height);
    this.pixels = new Uint32Array(this.image.data.buffer);
    this.ground = this.pixels.slice();
    const size = film.ground.residents < 5000 ? "village" : "town";
    this.marks = MODES.map((mode) => {
      const [wide, tall] = SHAPE[MODE_GROUP[mode]][size];
      return { colour: pixelOf(VARIABLE[MODE_GROUP[mode]]), width: wide, height: tall };
    });
    this.lorry = { colour: pixelOf("--ink"), width: LORRY, height: LORRY };
  }

  get late(): boolean {
    return this.scene?.late === true;
  }

  /// How many are under way, by group, and lorries.
  draw(tours: Tours, minute: number): { by: Record<Group, number>; lorries: number } {
    if (this.scene?.tours !== tours) this.scene = new DayScene(this.film, tours, this.view);
    this.pixels.set(this.ground);
    const shown = this.scene.draw(minute, this.pixels, this.marks);
    const lorries = this.scene.drawDeliveries(minute, this.pixels, this.lorry);
    this.paint.putImageData(this.image, 0, 0);
    const by: Record<Group, number> = { car: 0, shared: 0, active: 0 };
    MODES.forEach((mode, i) => (by[MODE_GROUP[mode]] += shown[i]!));
    return { by, lorries };
  }
}

const clockText = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(Math.floor(minute % 60)).padStart(2, "0")}`;

/// People are counted from eleven on, here as everywhere.
const people = (words: Context["words"], count: number): string =>
  count > 0 && count < 11 ? words.say("count.hidden") : words.number(count, 0);

/// Tours of the day by motive, without and with: what the dots show, as numbers.
function dayTable(context: Context, show: Show): HTMLElement {
  const { words } = context;
  const counted = show.films.map((film) => {
    const tours = film.days[show.day];
    const counts = new Map<string, number>();
    for (let i = 0; tours && i < tours.kind.length; ++i) {
      const key = `${tours.kind[i]! >> 4}:${MODE_GROUP[MODES[tours.kind[i]! & 15]!]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  });
  const cell = (count: number): Cell => ({ text: people(words, count), kind: "number" });
  const rows = PURPOSES.slice(0, 5).flatMap((purpose, p) =>
    GROUPS.map((group): (string | Cell)[] => [
      `${words.say(`page.film.purpose.${purpose}`)}, ${words.say(`page.film.mode.${group}`)}`,
      ...counted.map((counts) => cell(counts.get(`${p}:${group}`) ?? 0)),
    ]),
  );
  const lorries = show.films.map((film) => ({ text: words.number(film.days[show.day]?.deliveries.length ?? 0, 0), kind: "number" as const }));
  rows.push([words.say("page.film.deliveries"), ...lorries]);
  const caption = words.say("page.film.table", { date: words.date(show.day) });
  return table(caption, [words.say("page.film.tours"), ...show.titles], rows, true);
}

/// Whose hectares the fields are, and that their places are made up; null where none is drawn.
function fieldsItem({ words }: Context, { farmland }: Ground): HTMLElement | null {
  if (farmland.origin === "none") return null;
  const missing = farmland.missing > 0 ? words.say("fields.missing", { hectares: words.number(farmland.missing, 0) }) : "";
  const said = words.say(`fields.${farmland.origin}`, { hectares: words.number(farmland.hectares, 0) });
  return h("li", { class: "film-fields" }, h("span", { class: "dot field", "aria-hidden": true }), said + missing);
}

function legend(context: Context, ground: Ground): HTMLElement {
  const { words } = context;
  return h(
    "ul",
    { class: "legend film-legend" },
    ...GROUPS.map((group) => h("li", {}, h("span", { class: `dot ${group}`, "aria-hidden": true }), words.say(`page.film.mode.${group}`))),
    h("li", {}, h("span", { class: "dot lorry", "aria-hidden": true }), words.say("page.film.deliveries")),
    h("li", {}, h("span", { class: "dot home", "aria-hidden": true }), words.say("page.film.homes")),
    h("li", {}, words.say("page.film.places")),
    fieldsItem(context, ground),
  );
}

/// The films with their clock; what moves is redrawn alone.
class Player {
  private readonly pictures: Picture[];
  private readonly counts: HTMLElement[];
  private readonly when = h("output", { class: "film-when" });
  private readonly events = h("p", { class: "hint film-events" });
  private readonly numbers: HTMLDetailsElement;
  private readonly play: HTMLButtonElement;
  private readonly day: HTMLInputElement;
  private readonly minute: HTMLInputElement;
  private readonly beside: boolean;
  private numbersOf = -1; // day whose table is shown
  private before = 0; // when the last picture was drawn
  private drawingSoon = false;

  constructor(
    private readonly context: Context,
    private readonly live: Live,
    private readonly show: Show,
  ) {
    const { words, meta } = context;
    this.beside = show.films.length > 1 && context.width >= 720;
    const width = Math.max(240, Math.floor(this.beside ? (context.width - 16) / 2 : context.width));
    // Clock and pictures are seen together where the window is not too low for that.
    const height = Math.round(Math.min(520, width * 0.8, Math.max(260, window.innerHeight - 330)));
    this.pictures = show.films.map((film, i) => new Picture(film, width, height, `${siteName(context)}, ${show.titles[i]}`));
    for (const film of show.films) film.onways = () => this.drawSoon();
    this.counts = show.films.map(() => h("p", { class: "hint film-counts" }));
    this.numbers = h("details", { ontoggle: () => this.redraw() }, h("summary", {}, words.say("page.film.numbers")));
    this.play = h("button", { type: "button", class: "primary", id: "film-play", onclick: () => this.toggle() }, words.say("page.film.play"));
    this.day = this.slider("film-day", meta.days - 1, (day) => this.goTo(day, show.minute));
    this.minute = this.slider("film-minute", 1439, (minute) => this.goTo(show.day, minute));
  }

  element(): HTMLElement {
    const { words } = this.context;
    const speed = selectField(
      "film-speed",
      words.say("page.film.speed"),
      SPEEDS.map((value) => ({ value: String(value), text: words.say("page.film.minutes_per_second", { count: value }) })),
      String(this.show.speed),
      (value) => (this.show.speed = Number(value)),
    );
    const field = (key: string, input: HTMLInputElement): HTMLElement =>
      h("p", { class: "field" }, h("label", { for: input.id }, words.say(key)), input);
    this.goTo(this.show.day, this.show.minute);
    return h(
      "div",
      { class: "film" },
      h("div", { class: "film-controls" }, this.play, this.step(-24), this.step(-1), this.step(1), this.step(24), speed, this.when),
      h("div", { class: "film-clock" }, field("page.film.day", this.day), field("page.film.minute", this.minute)),
      this.events,
      h("div", { class: `pictures${this.beside ? " beside" : ""}` }, ...this.pictures.map((picture, i) => this.figure(picture, i))),
      legend(this.context, this.show.films[0]!.ground),
      this.numbers,
    );
  }

  private figure(picture: Picture, i: number): HTMLElement {
    return h("figure", {}, h("figcaption", {}, this.show.titles[i]!), picture.canvas, this.counts[i]!);
  }

  private slider(id: string, max: number, go: (value: number) => void): HTMLInputElement {
    return h("input", { type: "range", id, min: 0, max, oninput: (event) => go(Number((event.target as HTMLInputElement).value)) });
  }

  private step(hours: number): HTMLElement {
    const go = (): void => {
      const to = this.show.minute + 60 * hours;
      const days = Math.floor(to / 1440);
      this.goTo(this.show.day + days, to - 1440 * days);
    };
    const key = Math.abs(hours) === 1 ? "hour" : "day";
    return h("button", { type: "button", onclick: go }, this.context.words.say(`page.step.${key}_${hours < 0 ? "back" : "on"}`));
  }

  private get ready(): boolean {
    return this.show.films.every((film) => film.over || film.days[this.show.day] !== undefined);
  }

  private goTo(day: number, minute: number): void {
    const { words, meta } = this.context;
    this.show.day = Math.max(0, Math.min(meta.days - 1, day));
    this.show.minute = minute;
    if (!this.ready) this.when.textContent = words.say("page.film.waiting", { date: words.date(this.show.day) });
    Promise.all(this.show.films.map((film) => film.until(this.show.day))).then(
      () => this.draw(),
      (failure: unknown) => this.stopWith(failure),
    );
  }

  /// The film cannot go on; what it has shown can still be looked at.
  private stopWith(failure: unknown): void {
    this.show.playing = false;
    this.sayPlaying();
    this.when.textContent = failedWords(this.context.words, failure);
  }

  private redraw(): void {
    this.numbersOf = -1;
    this.draw();
  }

  /// Once for many reasons; a film that plays is drawn anyhow.
  private drawSoon(): void {
    if (this.drawingSoon || this.show.playing) return;
    this.drawingSoon = true;
    requestAnimationFrame(() => {
      this.drawingSoon = false;
      this.draw();
    });
  }

  private draw(): void {
    const { words } = this.context;
    const { show } = this;
    this.pictures.forEach((picture, i) => {
      const tours = picture.film.days[show.day];
      if (!tours) return;
      const { by, lorries } = picture.draw(tours, show.minute);
      this.counts[i]!.textContent = words.say("page.film.counts", {
        car: people(words, by.car),
        shared: people(words, by.shared),
        active: people(words, by.active),
        lorries: words.count("page.film.lorries", lorries),
        tours: people(words, tours.kind.length),
      });
    });
    if (this.pictures.some((picture) => picture.late)) this.drawSoon();
    const [date, clock] = [words.date(show.day), clockText(show.minute)];
    this.when.textContent = `${date}, ${clock}`;
    this.events.textContent = this.eventsOf(show.day);
    this.day.value = String(show.day);
    this.day.setAttribute("aria-valuetext", date);
    this.minute.value = String(Math.floor(show.minute));
    this.minute.setAttribute("aria-valuetext", clock);
    if (!this.numbers.open || this.numbersOf === show.day) return;
    this.numbersOf = show.day;
    this.numbers.querySelector(".table-frame")?.remove();
    this.numbers.append(dayTable(this.context, show));
  }

  /// What is at work on a day: shocks on both sides, measures on the second.
  private eventsOf(day: number): string {
    const { words } = this.context;
    const list = (actions: Action[]): string =>
      actions.filter((action) => isOn(action, day)).map((action) => action.label[words.language]).join(", ");
    const said = words.say("page.film.shocks", { list: list(this.show.shocks) || words.say("page.film.no_shock") });
    const measures = list(this.show.measures) || words.say("page.film.no_measure");
    return this.show.films.length > 1 ? `${said} ${words.say("page.film.measures", { list: measures })}` : said;
  }

  private toggle(): void {
    this.show.playing = !this.show.playing;
    this.before = 0;
    this.sayPlaying();
    if (this.show.playing) requestAnimationFrame((now) => this.tick(now));
  }

  private sayPlaying(): void {
    this.play.textContent = this.context.words.say(this.show.playing ? "page.film.pause" : "page.film.play");
    this.when.setAttribute("aria-live", this.show.playing ? "off" : "polite"); // a clock that runs is not read aloud
  }

  /// One picture; the day that follows is simulated meanwhile.
  private tick(now: number): void {
    const { show } = this;
    const gone = !this.play.isConnected || shows.get(this.live) !== show;
    if (gone) show.playing = false;
    if (!show.playing) return;
    const passed = this.before === 0 ? 0 : Math.min(0.25, (now - this.before) / 1000);
    this.before = now;
    if (this.ready) {
      const before = this.calmStep;
      this.advance(passed * show.speed);
      void Promise.all(show.films.map((film) => film.until(show.day + 1))).catch(() => undefined); // told on that day
      if (!isCalm() || this.calmStep !== before) this.draw();
    }
    const failure = show.films.find((film) => film.failure)?.failure;
    if (failure && !this.ready) this.stopWith(failure);
    if (show.playing) requestAnimationFrame((next) => this.tick(next));
    else this.sayPlaying();
  }

  private get calmStep(): number {
    return Math.floor((1440 * this.show.day + this.show.minute) / CALM_STEP);
  }

  private advance(minutes: number): void {
    const { show } = this;
    show.minute += minutes;
    if (show.minute < 1440) return;
    const last = this.context.meta.days - 1;
    if (show.day === last) show.playing = false;
    show.minute = show.playing ? DAWN : 1439;
    show.day = Math.min(last, show.day + 1);
  }
}

async function start(context: Context, live: Live, room: RoomChoice, draw: number): Promise<void> {
  const { words, state } = context;
  shows.get(live)?.end();
  const supplies = await live.supplies();
  const order = orderOf(live.offer, room, state.site);
  const withMeasures = room.slots.some((slot) => slot.size > 0);
  const begun = (withMeasures ? [0, 1] : [0]).map((variant) => Film.start(supplies, order, draw, variant));
  const films = await Promise.all(begun).catch((failure: unknown) => {
    for (const film of begun) film.then((other) => other.end(), () => undefined);
    throw failure;
  });
  const titles = [words.say("page.without_measures"), variantTitle(context, state.variant)].slice(0, films.length);
  const { meta } = composedContext(context, live, room, null);
  const show = new Show(keyOf(context, room, draw), films, titles, meta.shocks, meta.variants[1]!.measures);
  show.day = heaviestDay(meta.days, meta.shocks);
  shows.set(live, show);
}

const failedWords = (words: Context["words"], failure: unknown): string => words.say(`page.room.failed.${faultOf(failure)}`);

/// None of the room's measures is about mobility: the two films may look alike, and that is no mistake.
function sameTraffic(context: Context, live: Live, room: RoomChoice): HTMLElement | null {
  const taken = room.slots.filter((slot) => slot.size > 0).map((slot) => kindOf(live.offer, slot.kind).theme);
  if (taken.length === 0 || taken.some((theme) => theme === "mobility" || theme === "")) return null;
  return h("p", { class: "hint" }, context.words.say("page.film.same_traffic"));
}

/// Null where this page was made without a simulator.
export function filmCard(context: Context): HTMLElement | null {
  const { live, words, meta } = context;
  if (!live) {
    const why = cannotSimulate(context);
    return why && section(words.say("page.film", { site: siteName(context) }), why);
  }
  const room = roomToShow(context, live);
  const show = shows.get(live);
  const running = show && show.key === keyOf(context, room, context.state.filmDraw) ? show : null;
  const said = h("p", { role: "status", class: "hint" });
  const draws = Array.from({ length: Math.min(20, meta.replicates) }, (_, i) => ({ value: String(i), text: words.say("page.film.draw_number", { number: i + 1 }) }));
  const choose = selectField("film-draw", words.say("page.film.draw"), draws, String(context.state.filmDraw), (value) =>
    context.set({ filmDraw: Number(value) }, false),
  );
  const variants = meta.variants.map((_, i) => ({ value: String(i), text: variantTitle(context, i) }));
  variants.push({ value: String(meta.variants.length), text: words.say("page.room") });
  const beside = selectField("film-variant", words.say("page.film.beside"), variants.slice(1), String(context.state.variant), (value) =>
    context.chooseVariant(Number(value)),
  );
  const go = h(
    "button",
    {
      type: "button",
      class: "primary",
      id: "film-start",
      onclick: () => {
        said.textContent = words.say("page.room.starting");
        start(context, live, room, context.state.filmDraw).then(
          () => context.set({}, false, "film-play"),
          (failure: unknown) => (said.textContent = failedWords(words, failure)),
        );
      },
    },
    words.say("page.film.start"),
  );
  return h(
    "section",
    { class: "card" },
    h("h2", {}, words.say("page.film", { site: siteName(context) })),
    h("p", { class: "hint" }, words.say("page.film.hint"), isCalm() ? ` ${words.say("page.film.calm")}` : null),
    sameTraffic(context, live, room),
    h("div", { class: "row-of-fields" }, beside, choose, running ? null : h("p", { class: "buttons" }, go)),
    said,
    running ? new Player(context, live, running).element() : null,
  );
}
