// Larger type and strokes for a projector; places given in data or in parts of the box stay.
const SCALED = new Set(["size", "width", "xshift", "yshift", "l", "r", "t", "b", "standoff", "ticklabelstandoff", "height", "borderpad"]);
// Widths of bars and words, unlike those of strokes, are measured in data.
const STROKED = new Set(["line", "marker"]);

export function scaled(value, factor, key = "", owner = "") {
  if (factor === 1) return value;
  if (typeof value === "number") return SCALED.has(key) && (key !== "width" || STROKED.has(owner)) ? value * factor : value;
  if (Array.isArray(value)) {
    if (typeof value[0] === "number") return key === "size" || (key === "width" && STROKED.has(owner)) ? value.map((item) => item * factor) : value;
    return value.map((item) => scaled(item, factor, "", owner));
  }
  if (!value || typeof value !== "object") return value;
  const pixels = [...(value.xsizemode === "pixel" ? ["x0", "x1"] : []), ...(value.ysizemode === "pixel" ? ["y0", "y1"] : [])];
  return Object.fromEntries(Object.entries(value).map(([name, item]) =>
    [name, pixels.includes(name) ? item * factor : scaled(item, factor, name, key)]));
}
