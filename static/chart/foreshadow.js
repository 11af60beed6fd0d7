// A map shows the new colours and borders of its regions first: they are put on the outlines that stand, long before Plotly
// has compared the two figures. A region that goes loses its way around, a new one gets a copy of another's node until
// Plotly draws it.
const outlining = (trace) => trace.fill === "toself";

// The way around an outline as Plotly writes it; a region of several parts has gaps.
function way({ x, y }, { xaxis, yaxis }) {
  const step = (at, i) => `${i && x[i - 1] !== null ? "L" : "M"}${xaxis.c2p(at).toFixed(2)},${yaxis.c2p(y[i]).toFixed(2)}`;
  return `${x.map((at, i) => (at === null ? "" : step(at, i))).join("")}Z`;
}

// False where either is no map.
export function foreshadow(plot, before, after) {
  const coming = after.filter(outlining);
  const ways = new Map(before.filter(outlining).map(({ meta, x }) => [meta.key, x]));
  if (!coming.length || !ways.size) return false;
  const standing = plot._fullData.filter(outlining).map(({ meta, uid }) => [meta.key, plot.querySelector(`.trace${uid}`)]);
  const drawn = standing.filter(([, node]) => node);
  const nodes = new Map(drawn);
  const [[, pattern]] = drawn;
  for (const trace of coming) {
    const { key } = trace.meta;
    const node = nodes.get(key) ?? foreshadowed(pattern);
    if (ways.get(key) !== trace.x) {
      const around = way(trace, plot._fullLayout);
      for (const path of node.querySelectorAll(".js-fill, .js-line")) path.setAttribute("d", around);
    }
    if (!trace.fillpattern) node.querySelector(".js-fill").style.fill = trace.fillcolor;
    for (const { style } of node.querySelectorAll(".js-line")) {
      Object.assign(style, { stroke: trace.line.color, strokeWidth: `${trace.line.width}px` });
    }
    nodes.delete(key);
  }
  for (const gone of nodes.values()) gone.querySelectorAll("path").forEach((path) => path.removeAttribute("d"));
  return true;
}

function foreshadowed(pattern) {
  const node = pattern.cloneNode(true);
  node.setAttribute("class", "sdg-foreshadowed");
  pattern.after(node);
  return node;
}

export function forgetForeshadowed(plot) {
  plot.querySelectorAll(".sdg-foreshadowed").forEach((node) => node.remove());
}
