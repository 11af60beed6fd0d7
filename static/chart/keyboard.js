// The chart by keyboard: left and right walk along a line, up and down change the line, Enter selects, Escape leaves.
// Each step shows the same label as the mouse and says it in the live region.
export class Walker {
  constructor(card) {
    this.card = card;
    this.at = null;
    card.plot.node.addEventListener("keydown", (event) => this.pressed(event));
    card.plot.node.addEventListener("blur", () => this.leave());
  }

  // Traces that can be walked: one list of points each. A map or a single row of bars is one list over all of it.
  lines() {
    const traces = this.card.plot.figure.data
      .map((trace, curve) => this.points(trace).map((point) => ({ trace, curve, point })))
      .filter((stops) => stops.length);
    return traces.length === 1 || traces.some(([stop]) => stop.trace.hoveron === "fills") ? [traces.flat()] : traces;
  }

  points(trace) {
    if (trace.hoverinfo === "skip" || trace.visible === false) return [];
    if (trace.hoveron === "fills") return [0];
    const length = Math.min(trace.x?.length ?? 0, trace.y?.length ?? 0);
    return Array.from({ length }, (_, index) => index).filter((index) => trace.x[index] != null && trace.y[index] != null);
  }

  pressed(event) {
    const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -1e6], End: [0, 1e6] };
    if (!this.card.plot.figure) return;
    if (event.key === "Escape" && this.at) this.leave();
    else if (event.key === "Enter" && this.at) this.enter();
    else if (steps[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const lines = this.lines();
      event.preventDefault();
      if (lines.length) this.step(lines, steps[event.key]);
    }
  }

  step(lines, [down, along]) {
    const limit = (value, length) => Math.max(0, Math.min(length - 1, value));
    // Rows and regions are walked from the first, years from the newest.
    const byYear = lines.length > 1 || lines[0][0].trace.mode?.startsWith("lines") && lines[0][0].trace.hoveron !== "fills";
    if (!lines[this.at?.line]?.[this.at.place]) {
      const line = lines.length - 1;
      this.at = { line, place: byYear ? lines[line].length - 1 : 0 };
    } else if (lines.length === 1) {
      this.at.place = limit(this.at.place + down + along, lines[0].length);
    } else {
      const { trace, point } = lines[this.at.line][this.at.place];
      this.at.line = limit(this.at.line + down, lines.length);
      const stops = lines[this.at.line];
      const same = stops.findIndex((stop) => stop.trace.x[stop.point] === trace.x[point]);
      this.at.place = limit((down && same >= 0 ? same : this.at.place) + along, stops.length);
    }
    this.stop = lines[this.at.line][this.at.place];
    this.hover(this.stop);
  }

  hover({ trace, curve, point }) {
    const { plot: { node: plot }, live } = this.card;
    if (trace.hoveron === "fills") {
      const [xval, yval] = trace.meta.label_at;
      window.Plotly.Fx.hover(plot, { xval, yval }, "xy");
      live.textContent = trace.hovertext.replace(/<br>/g, ", ").replace(/<[^>]+>/g, "");
      return;
    }
    window.Plotly.Fx.hover(plot, [{ curveNumber: curve, pointNumber: point }]);
    // Plotly shows at most one label in 50 ms; what is said is what is shown.
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      live.textContent = [...plot.querySelectorAll(".hoverlayer .hovertext text")].map(words).filter(Boolean).join(", ");
    }, 90);
  }

  enter() {
    const { trace, point } = this.stop;
    this.card.plot.select({ data: trace, pointNumber: point, x: trace.x[point], y: trace.y[point] });
  }

  leave() {
    this.at = null;
    clearTimeout(this.saying);
    if (this.card.plot.figure) window.Plotly.Fx.unhover(this.card.plot.node);
    this.card.live.textContent = "";
  }
}

function words(text) {
  const lines = [...text.querySelectorAll("tspan.line")];
  return (lines.length ? lines.map((line) => line.textContent) : [text.textContent]).filter(Boolean).join(", ");
}
