// One chart card: finding, subtitle, chart, source, quiet actions, and a panel for the table or the method.
// What is drawn is cut out of the card's rows by what a reader has chosen; the words are the server's, and hidden while they
// speak of another choice.
import { effective } from "./choose.js";
import { element } from "./dom.js";
import { markOf, namesOf, prepare } from "./figure.js";
import { makeFoot, saveFile, showPanel } from "./foot.js";
import { Format } from "./format.js";
import { Walker } from "./keyboard.js";
import { Plot } from "./plot.js";

let counter = 0;
const formats = new WeakMap();

function formatOf(language) {
  if (!formats.has(language)) formats.set(language, new Format(language));
  return formats.get(language);
}

const inWords = (name, codes) => JSON.stringify(effective(name, codes));

export class Card {
  // `send` tells the server what the reader did: (what, its details).
  constructor(parent, send) {
    this.send = send;
    const id = `sdg-chart-${++counter}`;
    this.title = element("h3", { class: "sdg-title", id: `${id}-title` });
    this.subtitle = element("p", { class: "sdg-subtitle" });
    this.plot = new Plot({ factor: () => this.factor, pick: (point) => this.pick(point), describedBy: `${id}-summary` });
    this.summary = element("p", { class: "sdg-hidden", id: `${id}-summary` });
    this.live = element("p", { class: "sdg-hidden", "aria-live": "polite" });
    this.foot = element("div", { class: "sdg-foot" });
    this.panel = element("div", { class: "sdg-panel" });
    this.root = element("section", { class: "sdg-card", "aria-labelledby": this.title.id },
      this.title, this.subtitle, this.plot.node, this.summary, this.live, this.foot, this.panel);
    parent.replaceChildren(this.root);
    this.walker = new Walker(this);
    this.root.addEventListener("fullscreenchange", () => this.plot.request());
  }

  get factor() {
    const isPresenting = document.fullscreenElement === this.root;
    return isPresenting ? Math.max(1.4, Math.min(window.innerWidth / 960, window.innerHeight / 540)) : 1;
  }

  // --- what the server says ---

  show(payload) {
    const before = this.payload;
    this.payload = payload;
    this.choice = payload.choice;
    this.settle();
    if (payload !== before) this.write(payload, before);
    this.draw({ still: before?.view.kind !== payload.view.kind });
  }

  write(payload, before) {
    this.root.classList.toggle("sdg-bare", Boolean(payload.bare));
    this.title.hidden = !payload.title;
    this.title.textContent = payload.title ?? "";
    this.subtitle.hidden = !payload.subtitle;
    this.subtitle.textContent = payload.subtitle ?? "";
    this.summary.textContent = payload.summary;
    this.plot.node.classList.toggle("sdg-clickable", Boolean(payload.selectable));
    const isSame = before?.foot === payload.foot && before?.words === payload.words && !before?.slide === !payload.slide;
    if (!isSame) makeFoot(this);
    showPanel(this);
    if (payload.file && payload.file.turn !== before?.file?.turn) saveFile(payload.file);
  }

  // --- what the reader has chosen since ---

  // Whether this card would be another one for another choice under an address name.
  follows(name) {
    const { view, switch: switched } = this.payload;
    return name === switched || namesOf(view).includes(name);
  }

  // Draws what a choice makes of the rows that are here. The words of the state before are hidden at once.
  anticipate(choice, { still }) {
    if (!this.shownFor(choice)) return;
    this.choice = choice;
    this.changed = Object.keys(choice).filter((name) => inWords(name, choice[name]) !== inWords(name, this.payload.choice[name]));
    if (this.changed.length) this.wait();
    else this.settle();
    this.draw({ still });
  }

  // Whether the server's words for a choice are those for what the reader has changed since.
  isAnswer(choice) {
    return this.changed.every((name) => inWords(name, this.choice[name]) === inWords(name, choice[name]));
  }

  // The view and the rows for a choice; nothing where only the server knows them.
  shownFor(choice) {
    const { switch: name, view, rows, choice: told } = this.payload;
    const [option] = choice[name] ?? [];
    if (!name || option === told[name]?.[0]) return { view, rows };
    const other = this.payload[`view:${option}`];
    return other && { view: other, rows: this.payload[`rows:${option}`] };
  }

  get isAhead() {
    return this.root.getAttribute("aria-busy") === "true";
  }

  wait() {
    this.root.setAttribute("aria-busy", "true");
    this.plot.node.removeAttribute("aria-label");
  }

  settle() {
    const { title, summary, words } = this.payload;
    this.root.removeAttribute("aria-busy");
    const told = [title, summary, words?.keys].filter(Boolean).map((text) => text.replace(/\.?$/, "."));
    this.plot.node.setAttribute("aria-label", told.join(" "));
  }

  // --- the chart ---

  draw({ still }) {
    const { view, rows } = this.shownFor(this.choice);
    const shaping = [view, rows, JSON.stringify(namesOf(view).map((name) => this.choice[name] ?? []))];
    if (!shaping.every((value, place) => value === this.shaping?.[place])) {
      this.shaping = shaping;
      prepare(view, rows);
      this.mark = markOf(view, rows, this.choice);
    }
    this.format = formatOf(this.payload.language);
    this.plot.show(this.mark, this.format, { still });
  }

  // Looks whether the chart is drawn in the colours of the theme.
  again() {
    this.plot.request();
  }

  pick(point) {
    if (this.payload.selectable) this.send("select", point);
  }

  remove() {
    this.plot.remove();
    this.root.remove();
  }
}
