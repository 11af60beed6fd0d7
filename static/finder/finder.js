// The list of series beside Explore: a search line and results. What fits is decided in Python; this draws it. The list
// itself arrives once, later messages name its lines by their places.
// The search line is built once and never redrawn, so typing is not disturbed by the answers that arrive.
import style from "./finder.css" with { type: "css" };

document.adoptedStyleSheets.push(style);

const PAUSE = 180;
const BRACE = "{".charCodeAt(0);
const held = new WeakMap();
const lists = new Map();

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

async function unpack(bytes) {
  if (bytes[0] === BRACE) return JSON.parse(new TextDecoder().decode(bytes));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

// A line per unbroken run of years; the newest point is marked.
function trend(years, heights) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("class", "finder-trend");
  drawing.setAttribute("viewBox", "0 0 64 28");
  drawing.setAttribute("aria-hidden", "true");
  if (!years.length) return drawing;
  const span = Math.max(years[years.length - 1] - years[0], 1);
  const at = (index) => [2 + (years.length > 1 ? (58 * (years[index] - years[0])) / span : 58), 25 - 22 * heights[index]];
  const path = document.createElementNS(drawing.namespaceURI, "path");
  path.setAttribute("d", years.map((year, index) => {
    const start = index === 0 || year - years[index - 1] > 1;
    return (start ? "M" : "L") + at(index).map((place) => place.toFixed(1)).join(" ");
  }).join(""));
  const dot = document.createElementNS(drawing.namespaceURI, "circle");
  const [x, y] = at(years.length - 1);
  dot.setAttribute("cx", x.toFixed(1));
  dot.setAttribute("cy", y.toFixed(1));
  dot.setAttribute("r", "2.2");
  drawing.append(path, dot);
  return drawing;
}

class Finder {
  constructor(parent) {
    this.root = element("div", "finder");
    this.input = element("input");
    this.input.type = "search";
    this.input.autocomplete = "off";
    this.input.spellcheck = false;
    this.count = element("p", "finder-count");
    this.count.setAttribute("role", "status");
    this.answer = element("p", "finder-answer");
    this.answer.setAttribute("role", "status");
    this.list = element("ul", "finder-list");
    const search = element("div", "finder-search");
    search.append(this.input);
    this.root.append(search, this.answer, this.count, this.list);
    parent.append(this.root);
    this.input.addEventListener("input", () => this.typed());
    this.root.addEventListener("keydown", (event) => this.arrow(event));
  }

  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.component.setStateValue("query", this.input.value.slice(0, 80)), PAUSE);
  }

  // Up and down move through the list; from the search line, down goes to the first result.
  arrow(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [this.input, ...this.list.querySelectorAll("button")];
    const next = stops[stops.indexOf(event.target) + step];
    if (next) { event.preventDefault(); next.focus(); }
  }

  async show(component) {
    this.component = component;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const data = await unpack(component.data);
    for (const [digest, list] of Object.entries(data.texts)) lists.set(digest, list);
    if (turn !== this.turn) return;
    const list = lists.get(data.list);
    if (!list) return component.setTriggerValue("missing", data.list);
    const results = data.shown.map((place) => list[place]);
    this.input.placeholder = data.placeholder;
    this.input.setAttribute("aria-label", data.label);
    if (!this.shown && data.query) this.input.value = data.query;
    this.shown = true;
    this.count.textContent = data.count;
    this.answer.textContent = data.answer;
    this.answer.hidden = !data.answer;
    this.list.setAttribute("aria-label", data.label);
    const key = JSON.stringify([data.list, data.shown, data.current]);
    if (key === this.key) return;
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.id : null;
    const found = JSON.stringify([data.list, data.shown]);
    const sameResults = this.results === found;
    this.key = key;
    this.results = found;
    const scroll = this.list.scrollTop;
    this.list.replaceChildren(...results.map((one) => this.item(one, data.current)));
    this.list.scrollTop = sameResults ? scroll : 0;
    if (!this.placed) this.place();
    if (focused) this.list.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  // The first time, the series that is already open may lie far down the list; only the list itself moves.
  place() {
    this.placed = true;
    const open = this.list.querySelector("[aria-current]");
    if (open) this.list.scrollTop = open.offsetTop - this.list.offsetTop - 80;
  }

  item(one, current) {
    const line = element("li");
    const button = element("button", "finder-item");
    button.type = "button";
    button.dataset.id = one.id;
    if (one.id === current) button.setAttribute("aria-current", "true");
    button.append(element("span", "finder-title", one.title), element("span", "finder-meta", one.meta), trend(one.years, one.heights));
    button.addEventListener("click", () => this.component.setTriggerValue("picked", one.id));
    line.append(button);
    return line;
  }
}

export async function mount(component) {
  const { parentElement } = component;
  if (!held.has(parentElement)) held.set(parentElement, new Finder(parentElement));
  await held.get(parentElement).show(component);
  return () => { held.get(parentElement)?.root.remove(); held.delete(parentElement); };
}
