// The chart by keyboard: left and right walk along a line, up and down change the line, Enter selects, Escape leaves.
// Each step shows the same label as the mouse and says it in the live region.
export class Walker {
  constructor(card) {
    this.card = card;
    this.at = null;
    card.plot.addEventListener("keydown", (event) => this.pressed(event));
    card.plot.addEventListener("blur", () => this.leave());
  }

  forget() {
    this.at = null;
  }

  lines() {
    return this.card.figure.traces
      .map((trace, curve) => ({ trace, curve, points: this.points(trace) }))
      .filter(({ points }) => points.length);
  }

  points(trace) {
    if (trace.hoverinfo === "skip" || trace.visible === false) return [];
    if (trace.hoveron === "fills") return [0];
    const length = Math.min(trace.x?.length ?? 0, trace.y?.length ?? 0);
    return Array.from({ length }, (_, index) => index).filter((index) => trace.x[index] != null && trace.y[index] != null);
  }

  pressed(event) {
    const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -1e6], End: [0, 1e6] };
    if (!this.card.figure) return;
    if (event.key === "Escape" && this.at) return this.leave();
    if (event.key === "Enter" && this.at) return this.enter();
    if (!steps[event.key] || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    event.preventDefault();
    const lines = this.lines();
    if (lines.length) this.step(lines, steps[event.key]);
    return undefined;
  }

  step(lines, [down, along]) {
    const single = lines.every(({ points }) => points.length === 1);
    const limit = (value, length) => Math.max(0, Math.min(length - 1, value));
    if (!this.at) {
      const line = lines.length - 1;
      this.at = single ? { line: 0, point: 0 } : { line, point: lines[line].points.length - 1 };
    } else if (single) {
      this.at.line = limit(this.at.line + down + along, lines.length);
    } else {
      const x = lines[this.at.line].trace.x[lines[this.at.line].points[this.at.point]];
      this.at.line = limit(this.at.line + down, lines.length);
      const { trace, points } = lines[this.at.line];
      const same = points.findIndex((index) => trace.x[index] === x);
      this.at.point = limit((down && same >= 0 ? same : this.at.point) + along, points.length);
    }
    this.hover(lines[this.at.line]);
  }

  hover(line) {
    const { Plotly } = window;
    const { plot } = this.card;
    this.now = line.curve;
    if (line.trace.hoveron === "fills") {
      const [x, y] = line.trace.meta.label_at ?? [line.trace.x[0], line.trace.y[0]];
      Plotly.Fx.hover(plot, { xval: x, yval: y }, line.trace.yaxis ? line.trace.xaxis.replace("x", "x") + line.trace.yaxis : "xy");
      this.card.live.textContent = (line.trace.text ?? line.trace.name ?? "").replace(/<br>/g, ", ").replace(/<[^>]+>/g, "");
      return;
    }
    Plotly.Fx.hover(plot, [{ curveNumber: line.curve, pointNumber: line.points[this.at.point] }]);
    const shown = [...plot.querySelectorAll(".hoverlayer .hovertext text")];
    this.card.live.textContent = shown.map(words).filter(Boolean).join(", ");
  }

  enter() {
    const line = this.lines()[this.at.line];
    const index = line.points[this.at.point] ?? 0;
    this.card.select({ data: line.trace, pointNumber: index, x: line.trace.x[index], y: line.trace.y[index] });
  }

  leave() {
    this.at = null;
    if (this.card.figure) window.Plotly.Fx.unhover(this.card.plot);
    this.card.live.textContent = "";
  }
}

function words(text) {
  const lines = [...text.querySelectorAll("tspan.line")];
  return (lines.length ? lines.map((line) => line.textContent) : [text.textContent]).filter(Boolean).join(", ");
}
