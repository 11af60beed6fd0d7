// From a figure as Python sends it (colour tokens, region codes) to a figure for Plotly in the theme on screen.
const version = new URL(import.meta.url).search;
const LAYOUTS = ["2022", "2018", "pre2018"];
const outlines = new Map();

export function themeOf(element) {
  const style = getComputedStyle(element);
  return style.getPropertyValue("--st-background-color") + style.getPropertyValue("--st-font");
}

export function isDark(element) {
  const value = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const hex = /^#([0-9a-f]{6})/i.exec(value);
  if (!hex) return false;
  const number = parseInt(hex[1], 16);
  return 0.3 * (number >> 16) + 0.6 * ((number >> 8) & 255) + 0.1 * (number & 255) < 110;
}

function coloured(value, colours) {
  if (typeof value === "string") {
    return value.includes("@") ? value.replace(/@([a-z_]+\d*)/g, (all, name) => colours[name] ?? all) : value;
  }
  if (Array.isArray(value)) {
    return typeof value[0] === "number" ? value : value.map((item) => coloured(item, colours));
  }
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, coloured(item, colours)]));
  }
  return value;
}

const SCALED = new Set(["size", "width", "xshift", "yshift", "l", "r", "t", "b", "standoff", "height", "ax", "ay", "borderpad"]);

// Larger type and strokes for a projector; places given in data or in parts of the box stay.
export function scaled(value, factor, key = "", owner = "") {
  if (factor === 1) return value;
  if (typeof value === "number") {
    const stroke = key !== "width" || ["line", "marker"].includes(owner);
    return SCALED.has(key) && stroke && owner !== "domain" ? value * factor : value;
  }
  if (Array.isArray(value)) {
    if (typeof value[0] === "number") return key === "size" ? value.map((item) => item * factor) : value;
    return value.map((item) => scaled(item, factor, "", owner));
  }
  if (value && typeof value === "object") {
    const pixels = [...(value.xsizemode === "pixel" ? ["x0", "x1"] : []), ...(value.ysizemode === "pixel" ? ["y0", "y1"] : [])];
    return Object.fromEntries(Object.entries(value).map(([name, item]) =>
      [name, pixels.includes(name) ? item * factor : scaled(item, factor, name, key)]));
  }
  return value;
}

function layoutOf(name) {
  if (!outlines.has(name)) {
    const address = new URL(`../geo/outlines_${name}.json${version}`, import.meta.url);
    outlines.set(name, fetch(address).then((answer) => answer.json()));
  }
  return outlines.get(name);
}

// Other years and other borders than those of a figure need the other outlines; they are fetched once.
export function fetchLayouts(figure) {
  if (figure.data.some((trace) => trace.region_outline)) LAYOUTS.forEach(layoutOf);
}

function outlined(traces) {
  return traces.some((trace) => trace.region_outline) ? withShapes(traces) : traces;
}

async function withShapes(traces) {
  const names = [...new Set(traces.map((trace) => trace.region_outline && trace.layout).filter(Boolean))];
  const layouts = new Map(await Promise.all(names.map(async (name) => [name, await layoutOf(name)])));
  return traces.map((trace) => {
    if (!trace.region_outline) return trace;
    const { region_outline: code, layout, text, ...rest } = trace;
    const shape = layouts.get(layout)?.[code];
    return {
      type: "scatter", mode: "lines", fill: "toself", hoveron: "fills", hoverinfo: "text",
      line: { width: 0.8, color: "@paper" }, ...rest, x: shape?.x ?? [], y: shape?.y ?? [],
      hovertext: text, meta: { key: code, label_at: shape?.label, ...rest.meta },
    };
  });
}

const outlining = (trace) => trace.fill === "toself";

// The way around an outline as Plotly writes it; a region of several parts has gaps.
function way({ x, y }, { xaxis, yaxis }) {
  const step = (at, i) => `${i && x[i - 1] !== null ? "L" : "M"}${xaxis.c2p(at).toFixed(2)},${yaxis.c2p(y[i]).toFixed(2)}`;
  return `${x.map((at, i) => (at === null ? "" : step(at, i))).join("")}Z`;
}

// Puts the colours and the borders of a map to come on the outlines that stand, long before Plotly has compared the two:
// a region that goes loses its way around, a new one gets a copy of another's node until Plotly draws it. False where
// either is no map.
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

// `own` colours and width are those of a picture to be saved; without them the theme and the box on screen decide.
export async function prepared(figure, palette, element, factor, own = null, width = element.clientWidth) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const fits = (trace) => !(trace.min_width > width / factor);
  const colours = own ?? (isDark(element) ? palette.dark : palette.light);
  const computed = getComputedStyle(element);
  const family = computed.getPropertyValue("--st-font").trim() || computed.fontFamily;
  const traces = scaled(coloured(await outlined(figure.data.filter(fits).map(({ min_width, ...trace }) => trace)), colours), factor);
  const layout = scaled(coloured(figure.layout, colours), factor);
  const hover = { bgcolor: colours.paper, bordercolor: colours.rule, align: "left", namelength: -1 };
  return {
    traces,
    colours,
    family,
    transition: still ? undefined : layout.transition,
    layout: {
      paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", uirevision: "kept", dragmode: false,
      ...layout, transition: undefined,
      font: { ...layout.font, family },
      hoverlabel: { ...hover, font: { family, size: 13 * factor, color: colours.ink } },
    },
  };
}

export const CONFIG = { displayModeBar: false, responsive: false, doubleClick: "reset", showTips: false, scrollZoom: false };
