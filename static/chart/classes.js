// Classes of a map: which class a value falls in, its colour, and the legend that states scheme and counts.
import { textWidth } from "./axis.js";

const RAMPS = {
  sequential: { 3: [1, 3, 5], 4: [1, 2, 4, 5], 5: [1, 2, 3, 4, 5] },
  diverging: { 3: [2, 4, 6], 5: [1, 3, 4, 5, 7], 6: [1, 2, 3, 5, 6, 7], 7: [1, 2, 3, 4, 5, 6, 7] },
  balance: { 3: [2, 3, 4], 5: [1, 2, 3, 4, 5] },
};
const NAMES = { sequential: "seq", diverging: "div", balance: "bal" };
const DARK_FILLS = new Set(["seq4", "seq5", "div1", "div6", "div7", "bal1", "bal5"]);
const SWATCH = { below: -34, above: -19 };
const LINE = 18;
const LEAST_STEP = 46;
const HEIGHT = 74;
const SIZE = 11;
const HATCH_ROOM = 26;
const BELOW_SCHEME = 33;
const HATCH_MARKS = { no_data: "///", not_existing: "××", suppressed: "···" };
export const HATCHES = {
  no_data: { shape: "/", size: 7, solidity: 0.18 },
  not_existing: { shape: "x", size: 9, solidity: 0.16 },
  suppressed: { shape: ".", size: 6, solidity: 0.3 },
};

// The colour token of each class, lowest first.
export const tokensOf = ({ palette, bounds }) => RAMPS[palette][bounds.length - 1].map((place) => `${NAMES[palette]}${place}`);

// Upper bounds belong to their class; values outside fall into the end classes.
export function classOf({ bounds }, value) {
  const above = bounds.findIndex((bound) => bound >= value - 1e-9);
  return Math.min(Math.max((above < 0 ? bounds.length : above) - 1, 0), bounds.length - 2);
}

// The colour of words printed on a fill.
export const wordToken = (fill) => (DARK_FILLS.has(fill) ? "onfill" : "ink");

// A number as a map prints it: a difference with its sign, anything else plain.
export const writtenNumber = (value, { palette }, decimals, format) =>
  (palette === "diverging" ? format.signed(value, decimals) : format.number(value, decimals));

// Swatches and words of the legend under a map, in pixels from the left edge so that it keeps its form at every width,
// and how much room it takes; `missing` are the hatches in use.
export function legendOf(mark, values, missing, left, kit) {
  const { classes, decimals } = mark;
  const written = classes.bounds.map((bound) => writtenNumber(bound, classes, decimals, kit.format));
  const step = Math.min(Math.max(LEAST_STEP, textWidth(written, 12) + 12), (kit.width - 2 * left) / tokensOf(classes).length);
  const parts = scaleParts(classes, values, step, left, kit);
  const ends = written.map((words, place) => (place
    ? word(left + place * step, -43, words, kit.colours.muted)
    : word(left - 8, -43, words, kit.colours.muted, "left")));
  const scheme = word(left, -60, kit.format.words[`scheme_${classes.scheme}`], kit.colours.muted, "left");
  const hatches = hatchParts(missing, left, left + tokensOf(classes).length * step + 26, kit);
  return {
    shapes: [...parts.shapes, ...hatches.shapes], notes: [...parts.notes, ...ends, scheme, ...hatches.notes],
    height: HEIGHT + hatches.lines * LINE,
  };
}

// The stepped scale with the number of regions in each class.
function scaleParts(classes, values, step, left, kit) {
  const tokens = tokensOf(classes);
  const counts = tokens.map((_, place) => values.filter((value) => classOf(classes, value) === place).length);
  return {
    shapes: tokens.map((token, place) => swatch(left + place * step, step - 1, 0, { fillcolor: kit.colours[token], line: { width: 0.6, color: kit.colours.outline } })),
    notes: tokens.map((token, place) => word(left + (place + 0.5) * step, -27, String(counts[place]), kit.colours[wordToken(token)])),
  };
}

// The hatches behind the scale, or on lines of their own where there is no room.
function hatchParts(missing, left, start, kit) {
  const shapes = [];
  const notes = [];
  let x = start;
  let lines = 0;
  for (const kind of Object.keys(HATCHES).filter((known) => missing.includes(known))) {
    const words = kit.format.words[kind];
    const room = HATCH_ROOM + textWidth([words], SIZE);
    if (x + room > kit.width) {
      x = left;
      lines += 1;
    }
    // The first line of their own stands below the words of the scheme.
    const down = lines ? BELOW_SCHEME + lines * LINE : 0;
    shapes.push(swatch(x, 20, down, {
      fillcolor: kit.colours.nodata, line: { width: 0.8, color: kit.colours.outline },
      label: { text: HATCH_MARKS[kind], font: { size: SIZE, color: kit.colours.hatch } },
    }));
    notes.push(word(x + HATCH_ROOM, -27 - down, words, kit.colours.muted, "left"));
    x += room + LINE;
  }
  return { shapes, notes, lines };
}

const swatch = (x, width, down, more) => ({
  type: "rect", xref: "paper", yref: "paper", xsizemode: "pixel", ysizemode: "pixel", xanchor: 0, yanchor: 0,
  x0: x, x1: x + width, y0: SWATCH.below - down, y1: SWATCH.above - down, ...more,
});

const word = (xshift, yshift, text, color, xanchor = "center") => ({
  xref: "paper", yref: "paper", x: 0, y: 0, xshift, yshift, xanchor, yanchor: "middle", text, showarrow: false, font: { size: SIZE, color },
});
