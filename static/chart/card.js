// One chart card: finding, subtitle, chart, source, quiet actions, and a panel for the table or the method.
const version = new URL(import.meta.url).search;
const from = (name) => import(new URL(name + version, import.meta.url).href);
const [{ element }, draw, { Walker }, { makeFoot, showPanel, saveFile }, queue] = await Promise.all(
  ["./dom.js", "./draw.js", "./keyboard.js", "./foot.js", "./queue.js"].map(from),
);
const { fetchLayouts, foreshadow, forgetForeshadowed, prepared, themeOf, CONFIG } = draw;

let counter = 0;

// Only a change of values may move; another set of traces is simply drawn.
function alike(before, after) {
  return before.length === after.length && before.every((trace, index) => trace.x?.length === after[index].x?.length);
}

export class Card {
  // `send` tells the server what the reader did: (what, its details).
  constructor(parent, palette, send) {
    this.palette = palette;
    this.send = send;
    this.id = `sdg-chart-${++counter}`;
    this.title = element("h3", { class: "sdg-title", id: `${this.id}-title` });
    this.subtitle = element("p", { class: "sdg-subtitle" });
    this.plot = element("div", { class: "sdg-plot", tabindex: "0", role: "img", "aria-describedby": `${this.id}-summary` });
    this.summary = element("p", { class: "sdg-hidden", id: `${this.id}-summary` });
    this.live = element("p", { class: "sdg-hidden", "aria-live": "polite" });
    this.foot = element("div", { class: "sdg-foot" });
    this.panel = element("div", { class: "sdg-panel" });
    this.root = element("section", { class: "sdg-card", "aria-labelledby": this.title.id },
      this.title, this.subtitle, this.plot, this.summary, this.live, this.foot, this.panel);
    parent.replaceChildren(this.root);
    this.walker = new Walker(this);
    this.watchSize();
    this.root.addEventListener("fullscreenchange", () => this.request());
  }

  get presenting() {
    return document.fullscreenElement === this.root;
  }

  get factor() {
    return this.presenting ? Math.max(1.4, Math.min(window.innerWidth / 960, window.innerHeight / 540)) : 1;
  }

  // `still`: drawn at once, where a change is no movement (another breakdown, another kind of place).
  show(payload, { still = false } = {}) {
    this.still = still;
    this.plot.classList.toggle("sdg-still", still);
    if (payload !== this.payload) this.write(payload, this.payload);
    this.request();
  }

  write(payload, before) {
    this.payload = payload;
    this.root.classList.toggle("sdg-bare", Boolean(payload.bare));
    this.title.hidden = !payload.title;
    this.title.textContent = payload.title ?? "";
    this.subtitle.hidden = !payload.subtitle;
    this.subtitle.textContent = payload.subtitle ?? "";
    this.summary.textContent = payload.summary;
    const told = [payload.title, payload.summary, payload.words?.keys].filter(Boolean);
    this.plot.setAttribute("aria-label", told.map((words) => words.replace(/\.?$/, ".")).join(" "));
    this.plot.classList.toggle("sdg-clickable", Boolean(payload.selectable));
    this.plot.style.height = `${payload.figure.layout.height}px`;
    const same = before?.foot === payload.foot && before?.words === payload.words && !before?.slide === !payload.slide;
    if (!same) makeFoot(this);
    showPanel(this);
    if (payload.file && payload.file.turn !== before?.file?.turn) saveFile(payload.file);
  }

  // Ask for a drawing if anything that shapes it is other than last time.
  request() {
    const wanted = [this.payload.figure, themeOf(this.root), this.plot.clientWidth, this.factor];
    if (wanted.every((value, index) => value === this.wanted?.[index])) return;
    this.wanted = wanted;
    queue.schedule(this);
  }

  async draw() {
    // Drawn over a movement, Plotly loses marks for good: the newest figure is drawn when the card has come to rest.
    this.overtaken = Boolean(this.moving);
    if (this.overtaken) return;
    const { payload } = this;
    const figure = await prepared(payload.figure, this.palette, this.root, this.factor);
    const size = this.presenting ? this.plot.getBoundingClientRect() : null;
    figure.layout.height = size ? size.height : payload.figure.layout.height;
    figure.layout.width = this.plot.clientWidth;
    const Plotly = await window.sdgPlotly.catch(() => null);
    if (!Plotly) {
      this.plot.textContent = payload.summary;
      return;
    }
    if (this.figure && figure.transition && !this.still && alike(this.figure.traces, figure.traces)) {
      figure.layout.transition = figure.transition;
    }
    await this.showRegions(figure);
    const drawn = Plotly.react(this.plot, figure.traces, figure.layout, CONFIG);
    // What moves is on screen at once; the next chart need not wait until it has come to rest.
    if (figure.layout.transition) this.moving = drawn.finally(() => this.rest());
    else await drawn;
    this.plot.classList.remove("sdg-foretold");
    this.figure = figure;
    if (!this.listening) {
      this.listen();
      queue.idle().then(() => fetchLayouts(payload.figure));
    }
    this.plot.dataset.drawn = String(Number(this.plot.dataset.drawn ?? 0) + 1);
  }

  rest() {
    this.moving = null;
    if (this.overtaken && this.root.isConnected) queue.schedule(this);
  }

  // A map shows the new colours and borders of its regions first, and its words and marks a frame later.
  async showRegions(figure) {
    const { traces, layout, colours } = this.figure ?? {};
    const fits = traces && colours === figure.colours && layout.width === figure.layout.width;
    if (!fits || !foreshadow(this.plot, traces, figure.traces)) return;
    this.plot.classList.add("sdg-foretold");
    await queue.frame();
    forgetForeshadowed(this.plot);
  }

  listen() {
    this.listening = true;
    this.plot.on("plotly_click", (event) => this.select(event.points[0]));
  }

  select(point) {
    if (!this.payload.selectable || !point) return;
    const trace = point.data;
    const key = trace.ids?.[point.pointNumber] ?? trace.meta?.key;
    if (key) this.send("select", { key, x: point.x ?? null, y: point.y ?? null });
  }

  watchSize() {
    this.observer = new ResizeObserver(() => {
      if (this.figure && this.plot.clientWidth) this.request();
    });
    this.observer.observe(this.plot);
  }

  remove() {
    queue.forget(this);
    this.observer.disconnect();
    window.Plotly?.purge(this.plot);
    this.root.remove();
  }
}
