// The plot of a card: drawn anew when the mark, the theme or the size is other than last time, in a node that stays.
import { element } from "./dom.js";
import { CONFIG, figureOf, isReady, ready } from "./figure.js";
import { forgetForeshadowed, foreshadow } from "./foreshadow.js";
import * as queue from "./queue.js";
import { isDark, THEMES } from "./theme.js";

const SMALLEST = 120;

// Only a change of values may move; another set of traces is simply drawn.
function alike(before, after) {
  return before.length === after.length && before.every((trace, index) => trace.x?.length === after[index].x?.length);
}

export class Plot {
  // `factor` says how much larger than on the page the chart is wanted, `pick` takes a point that was clicked.
  constructor({ factor, pick, describedBy }) {
    this.factor = factor;
    this.node = element("div", { class: "sdg-plot", tabindex: "0", role: "img", "aria-describedby": describedBy });
    this.pick = pick;
    this.observer = new ResizeObserver(() => {
      if (this.figure && this.node.clientWidth) this.request();
    });
    this.observer.observe(this.node);
  }

  // `still`: drawn at once, where a change is no movement (another breakdown, another kind of place).
  show(mark, format, { still = false } = {}) {
    Object.assign(this, { mark, format, still });
    this.node.classList.toggle("sdg-still", still);
    if (this.factor() === 1) this.node.style.height = `${this.worked().layout.height}px`;
    this.request();
  }

  // The figure as it is to be drawn now; worked out again only when something that shapes it has changed.
  worked() {
    const theme = THEMES[isDark(this.node) ? "dark" : "light"];
    const computed = getComputedStyle(this.node);
    const family = computed.getPropertyValue("--st-font").trim() || computed.fontFamily;
    const factor = this.factor();
    const box = { width: Math.max(this.node.clientWidth, SMALLEST), height: factor > 1 ? this.node.clientHeight : undefined, factor };
    const shaping = [this.mark, this.format, theme, family, isReady(this.mark), ...Object.values(box)];
    if (!shaping.every((value, place) => value === this.shaping?.[place])) {
      this.shaping = shaping;
      this.latest = figureOf(this.mark, { theme, format: this.format, family, ...box });
    }
    return this.latest;
  }

  request() {
    if (this.worked() === this.asked) return;
    this.asked = this.worked();
    queue.schedule(this);
  }

  async draw() {
    // Drawn over a movement, Plotly loses marks for good: the newest figure is drawn when the plot has come to rest.
    this.overtaken = Boolean(this.moving);
    if (this.overtaken) return;
    await ready(this.mark);
    const Plotly = await window.sdgPlotly.catch(() => null);
    if (!Plotly) return;
    const figure = this.asked = this.worked();
    const layout = { ...figure.layout };
    if (this.factor() === 1) this.node.style.height = `${layout.height}px`;
    if (this.mayMove(figure)) layout.transition = figure.transition;
    await this.showRegions(figure);
    const drawn = Plotly.react(this.node, figure.data, layout, CONFIG);
    // What moves is on screen at once; the next chart need not wait until it has come to rest.
    if (layout.transition) this.moving = drawn.finally(() => this.rest());
    else await drawn;
    this.node.classList.remove("sdg-foretold");
    this.figure = figure;
    if (!this.listening) this.listen();
    this.node.dataset.drawn = String(Number(this.node.dataset.drawn ?? 0) + 1);
  }

  mayMove(figure) {
    const quiet = this.still || matchMedia("(prefers-reduced-motion: reduce)").matches;
    return this.figure && figure.transition && !quiet && alike(this.figure.data, figure.data);
  }

  rest() {
    this.moving = null;
    if (this.overtaken && this.node.isConnected) queue.schedule(this);
  }

  // A map shows the new colours and borders of its regions first, and its words and marks a frame later.
  async showRegions(figure) {
    const { data, layout, theme } = this.figure ?? {};
    const fits = data && theme === figure.theme && layout.width === figure.layout.width && layout.height === figure.layout.height;
    if (!fits || !foreshadow(this.node, data, figure.data)) return;
    this.node.classList.add("sdg-foretold");
    await queue.frame();
    forgetForeshadowed(this.node);
  }

  listen() {
    this.listening = true;
    this.node.on("plotly_click", (event) => this.select(event.points[0]));
  }

  select(point) {
    const trace = point?.data;
    const key = trace && (trace.ids?.[point.pointNumber] ?? trace.meta?.key);
    if (key) this.pick({ key, x: point.x ?? null, y: point.y ?? null });
  }

  remove() {
    queue.forget(this);
    this.observer.disconnect();
    window.Plotly?.purge(this.node);
  }
}
