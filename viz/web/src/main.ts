// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0

// Starts the page: reads the data, draws the frame, and draws a screen anew whenever a choice changes.

import { Data, readMeta } from "./data";
import type { Meta, SiteRow } from "./model";
import { Words } from "./format";
import { h } from "./dom";
import type { Fault } from "./live/fault";
import { Live } from "./live/live";
import { roomOf } from "./live/room";
import { firstState, hashFromState, hashOf, isRoom, SCREENS, stateFromHash, Store, type Choice, type Screen, type State, type Theme } from "./state";
import { Notes } from "./notes";
import type { Context } from "./context";
import { atelier, findings } from "./screens/atelier";
import { refreshStatus, replaceStatus } from "./screens/room";
import { compare } from "./screens/compare";
import { map } from "./screens/map";
import { method } from "./screens/method";
import { report } from "./screens/report";
import { frame } from "./frame";
import { listenToKeys } from "./keys";
import { loadGeometry } from "./charts/geometry";

const DRAW: Record<Screen, (context: Context) => Promise<HTMLElement>> = { atelier, compare, map, method, report };

export class App {
  state: State;
  readonly store: Store;
  readonly notes: Notes;
  private readonly data: Data;
  private readonly rows: SiteRow[][] = []; // those that were asked for
  private readonly past: Choice[] = [];
  private readonly open = new Set<string>();
  private drawing = 0;
  private live: Live | null = null;
  private noLive: Fault | null = null;
  private following: Promise<void> = Promise.resolve(); // what a simulation told is drawn in order

  constructor(readonly meta: Meta) {
    this.store = new Store(`essaim:${meta.result_sha256.slice(0, 16)}:`);
    this.notes = new Notes(this.store);
    this.data = new Data(meta);
    const first = firstState(meta);
    const theme = this.store.get("theme");
    if (theme === "light" || theme === "dark") first.theme = theme;
    first.predict = this.store.get("predict") !== "no";
    this.state = stateFromHash(meta, location.hash, first);
  }

  get words(): Words {
    return new Words(this.meta, this.state.language);
  }

  async start(): Promise<void> {
    window.addEventListener("hashchange", () => {
      const next = stateFromHash(this.meta, location.hash, this.state, this.live?.offer);
      if (hashFromState(this.meta, next) !== hashFromState(this.meta, this.state)) {
        this.state = next;
        this.redraw();
      }
    });
    let waiting = 0;
    let width = window.innerWidth;
    window.addEventListener("resize", () => {
      if (window.innerWidth === width && !this.state.big) return; // a phone's bars come and go
      width = window.innerWidth;
      clearTimeout(waiting);
      waiting = window.setTimeout(() => this.redraw(), 150);
    });
    // Pictures are painted with the colours that the device wishes; all else follows by itself.
    for (const wish of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      window.matchMedia(wish).addEventListener("change", () => {
        if (this.state.screen === "map") this.redraw();
      });
    }
    listenToKeys(this);
    const address = location.hash; // drawing writes it anew
    await loadGeometry(await this.data.charts().catch(() => null));
    await this.draw();
    document.documentElement.dataset["ready"] = "yes";
    await this.offerRoom(address);
  }

  /// Whether this page can simulate is asked after the first chart.
  private async offerRoom(address: string): Promise<void> {
    const live = await Live.from(this.data, this.meta);
    if (live instanceof Live) {
      this.live = live;
      live.onchange = (results) => {
        this.following = this.following.then(() => this.follow(results)).catch(failed);
      };
      this.state = stateFromHash(this.meta, address, this.state, live.offer);
    } else this.noLive = live;
    if (live) await this.draw();
    document.documentElement.dataset["room"] = this.live ? "yes" : "no";
  }

  /// What a simulation tells while it runs is drawn where it stands; the rest of the page stays as it is.
  private async follow(results: boolean): Promise<void> {
    if (!this.live || this.state.screen !== "atelier" || !isRoom(this.meta, this.state)) return;
    const turn = this.drawing;
    const context = this.context();
    const found = results ? await findings(context) : null;
    if (turn !== this.drawing) return;
    const before = document.getElementById("findings");
    if (found && before) {
      unfold(found, foldsOf(before));
      before.replaceWith(found);
    }
    if (!refreshStatus(context, this.live)) replaceStatus(context, this.live);
  }

  /// How many there are to choose from: those of the file, then the room's own.
  get variants(): number {
    return this.meta.variants.length + (this.live ? 1 : 0);
  }

  chooseVariant(variant: number): void {
    if (variant < this.meta.variants.length || !this.live) {
      this.set({ variant });
      return;
    }
    // A room begins with the measures that it was looking at.
    const last = this.meta.variants.length - 1;
    const from = this.state.variant > 0 ? Math.min(this.state.variant, last) : Math.min(1, last);
    this.set({ variant, held: false, room: this.state.room ?? roomOf(this.live.offer, from) });
  }

  private choice(): Choice {
    const { site, indicator, variant, draws, quiet, room } = this.state;
    return { site, indicator, variant, draws, quiet, room };
  }

  set(patch: Partial<State>, undoable = true, focus = ""): void {
    if (undoable) this.past.push(this.choice());
    this.state = { ...this.state, ...patch };
    if (patch.room) this.state.held = false;
    if (patch.theme) this.store.set("theme", patch.theme);
    if (patch.predict !== undefined) this.store.set("predict", patch.predict ? "yes" : "no");
    this.redraw(() => {
      document.getElementById(focus)?.focus();
      const status = patch.room ? document.getElementById("room-status") : null;
      if (status && status.getBoundingClientRect().top < 0) status.scrollIntoView({ block: "start" });
    });
  }

  go(screen: Screen): void {
    this.state = { ...this.state, screen };
    this.redraw(() => document.getElementById("screen-title")?.focus());
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  undo(): void {
    const choice = this.past.pop();
    if (!choice) return;
    this.state = { ...this.state, ...choice };
    this.announce(this.words.say("page.undone"));
    this.redraw();
  }

  announce(text: string): void {
    const live = document.getElementById("live");
    if (live) live.textContent = text;
  }

  /// A room that has looked once sees what it composes next at once.
  private openKey(): string {
    const { site, indicator, variant } = this.state;
    return `${site}:${indicator}:${variant}`;
  }

  revealed(): boolean {
    return !this.state.predict || this.state.variant === 0 || this.open.has(this.openKey());
  }

  reveal(): void {
    this.open.add(this.openKey());
    this.redraw(() => {
      document.getElementById("result")?.focus({ preventScroll: true });
      document.getElementById("result")?.scrollIntoView({ block: this.state.big ? "start" : "nearest" }); // the curve is seen with it
    });
  }

  setTheme(theme: Theme): void {
    this.set({ theme }, false);
  }

  /// Comparisons over the file know nothing of the room's own; the workshop, the map and the report do.
  private shownState(): State {
    const { state, meta } = this;
    const last = meta.variants.length - 1;
    return state.variant > last && ["compare", "method"].includes(state.screen) ? { ...state, variant: last } : state;
  }

  private context(): Context {
    const { meta, data, rows, words, store, notes } = this;
    const state = this.shownState();
    const side = state.screen === "atelier" && window.innerWidth >= 900 ? (state.big ? 18 * bigText() : 320) + 24 : 0;
    const page = Math.min(document.documentElement.clientWidth, state.screen === "report" ? 900 : 1680);
    const padding = window.innerWidth < 600 ? 56 : 88;
    return {
      meta,
      data,
      rows,
      need: async (indicators) => {
        const missing = [...new Set(indicators)].filter((i) => !rows[i]);
        await Promise.all(missing.map(async (i) => (rows[i] = await data.rows(i))));
      },
      words,
      state,
      store,
      notes,
      set: (patch, undoable, focus) => this.set(patch, undoable, focus),
      chooseVariant: (variant) => this.chooseVariant(variant),
      canUndo: this.canUndo,
      undo: () => this.undo(),
      announce: (text) => this.announce(text),
      revealed: () => this.revealed(),
      reveal: () => this.reveal(),
      live: this.live,
      roomIsElsewhere: state.variant !== this.state.variant,
      noLive: this.noLive,
      width: Math.max(240, page - side - padding),
      base: state.big ? Math.round(0.82 * bigText()) : 13,
    };
  }

  private redraw(then: () => void = () => undefined): void {
    this.draw().then(then).catch(failed);
  }

  /// The screen that is chosen; in its place what went wrong, so that the others can still be reached.
  private async screen(): Promise<HTMLElement> {
    try {
      return await DRAW[this.state.screen](this.context());
    } catch (error) {
      return h("section", { class: "card", role: "alert" }, h("p", {}, this.words.say("page.failed")), h("p", {}, h("small", {}, String(error))));
    }
  }

  /// Draws everything that a choice may change; who was in a field stays in it.
  private async draw(): Promise<void> {
    const turn = ++this.drawing;
    const { state, words, meta } = this;
    const root = document.documentElement;
    root.dataset["theme"] = state.theme; // first: pictures are painted with its colours
    this.simulate();
    const screen = await this.screen();
    if (turn !== this.drawing) return;
    const focused = document.activeElement?.id;
    root.lang = state.language;
    root.classList.toggle("big", state.big);
    root.style.setProperty("--big-text", `${bigText()}px`);
    document.title = `${words.say(`page.tab.${state.screen}`)} – ${meta.title}`;
    history.replaceState(null, "", hashFromState(meta, state));
    const app = document.getElementById("app")!;
    const unfolded = foldsOf(app);
    const scroll = window.scrollY;
    const panel = document.querySelector(".controls")?.scrollTop ?? 0; // it scrolls on its own: what was changed stays in sight
    app.replaceChildren(...frame(this, screen));
    unfold(app, unfolded);
    window.scrollTo(0, scroll);
    document.querySelector(".controls")?.scrollTo(0, panel);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  /// The simulation follows what is chosen in the workshop; who looks at another screen meanwhile does not stop it.
  private simulate(): void {
    const { live, state, meta } = this;
    if (!live || state.screen !== "atelier") return;
    if (isRoom(meta, state) && !state.held) live.start(state.room!, state.site);
    else live.stop();
  }

  link(screen: Screen): string {
    return hashFromState(this.meta, { ...this.state, screen });
  }
}

/// What was unfolded or folded by hand, by id, stays so when it is drawn anew.
const foldsOf = (root: HTMLElement): Map<string, boolean> =>
  new Map([...root.querySelectorAll<HTMLDetailsElement>("details[id]")].map((details) => [details.id, details.open]));

function unfold(root: HTMLElement, folds: Map<string, boolean>): void {
  for (const details of root.querySelectorAll<HTMLDetailsElement>("details[id]")) {
    details.open = folds.get(details.id) ?? details.open;
    if (details.open) details.dispatchEvent(new Event("toggle")); // its table now, before the page is scrolled to where it was
  }
}

/// On a big screen what counts is the part of its height that a letter takes, whatever the projector: pixels.
const bigText = (): number => Math.round(Math.min(32, Math.max(18, 0.028 * window.innerHeight)));

export { hashOf, SCREENS };

function failed(error: unknown): void {
  document.getElementById("app")!.replaceChildren(
    h("main", { class: "failure" }, h("h1", {}, "Essaim"), h("p", { lang: "fr" }, "Cette page n'a pas pu lire ses données : le fichier est incomplet ou le navigateur trop ancien (il en faut un de 2023 ou plus récent). Demandez une nouvelle copie du fichier."), h("p", { lang: "en" }, "This page could not read its data: the file is incomplete or the browser too old (one from 2023 or later is needed). Ask for a new copy of the file."), h("p", {}, h("small", {}, String(error)))),
  );
}

try {
  new App(readMeta()).start().catch(failed);
} catch (error) {
  failed(error);
}
