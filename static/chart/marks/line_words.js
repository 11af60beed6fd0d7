// What is written into a chart of lines: breaks, the target with its path, labels at the ends of lines.
import { fitted, HALF_YEAR, inTwo, LABEL_GAP, LABEL_STEP, spread, textWidth, WORD_GAP, wordRows } from "../axis.js";
import { note, rule, TICK_SIZE } from "../layout.js";

export const WORD_ROW = 15;
const WORD_UP = 2;
const RULE_UP = 6;
// A line of a name in a label has so much room; on a narrow screen the value stands under it.
const NAME_ROOM = 200;
const NARROW_PART = 0.36;
const NARROW = 560;
// The height that labels never have: what is above and below the plot.
const LABELS_EDGE = 48;

// --- labels ---

// The labels of lines with their newest values, [key, value, colour] each: long names on two lines where there is room for
// all.
export function labelsOf(mark, newest, kit) {
  const cut = (lines) => newest.map(([key, value, colour]) => labelOf(mark, key, value, colour, lines, kit));
  const long = cut(inTwo);
  return stepOf(long) * long.length <= mark.height - LABELS_EDGE ? long : cut((words, room) => [fitted(words, room)]);
}

function labelOf(mark, key, value, colour, cut, kit) {
  const isNarrow = kit.width < NARROW;
  const name = cut(mark.names[key], isNarrow ? kit.width * NARROW_PART : NAME_ROOM);
  const written = kit.format.value(value, mark.unit, mark.decimals);
  const lines = isNarrow ? [...name, written] : [...name.slice(0, -1), `${name.at(-1)} ${written}`];
  return { value, colour, lines, text: `${name.join("<br>")}${isNarrow ? "<br>" : " "}<b>${written}</b>` };
}

const stepOf = (labels) => LABEL_STEP * Math.max(1, ...labels.map((label) => label.lines.length));

// Labels from a year on, level with their lines; those that would touch are moved apart, none is dropped. `box` is the
// height of the plot, `level` where a value lies in it.
export function labelNotes(labels, year, box, level) {
  const step = stepOf(labels);
  const half = (step - LABEL_STEP) / 2;
  const own = labels.map((label) => level(label.value));
  const placed = spread(own, half, box - half, step);
  return labels.map(({ text, value, colour }, place) => ({
    x: year, xshift: LABEL_GAP, xanchor: "left", y: value, yanchor: "middle", yshift: own[place] - placed[place], text, showarrow: false, align: "left",
    font: { color: colour },
  }));
}

// --- breaks: a rule before the year, its words above the plot where they cover nothing ---

// `width` is that of the plot, `end` how far to the right of its start words may reach: over the labels, which stand lower.
export function breakWords(breaks, { first, last }, width, end) {
  const inside = breaks.filter((item) => first < item.time_period && item.time_period <= last)
    .sort((one, other) => one.time_period - other.time_period);
  const worded = inside.filter((item) => item.words);
  const places = worded.map((item) => (item.time_period - 0.5 - first + HALF_YEAR) / (last - first + 2 * HALF_YEAR) * width);
  const stands = wordRows(places, worded.map((item) => textWidth([item.words], TICK_SIZE)), 0, end);
  return inside.map((item) => ({ x: item.time_period - 0.5, words: item.words, row: -1, ...stands[worded.indexOf(item)] }));
}

export const rowsOfWords = (words) => Math.max(0, ...words.map((item) => item.row + 1));

const upTo = (row) => WORD_ROW * (row + 0.5) + WORD_UP;

export function breakRules(words, kit) {
  const line = { color: kit.colours.rule, width: 1 };
  return words.flatMap(({ x, row }) => (row < 0 ? [rule(x, line)] : [rule(x, line), {
    type: "line", x0: x, x1: x, yref: "paper", ysizemode: "pixel", yanchor: 1, y0: 0, y1: upTo(row) + RULE_UP, line, layer: "below",
  }]));
}

export function breakNotes(words, kit) {
  return words.filter(({ row }) => row >= 0).map(({ x, words: text, isLeft, row }) => note(text, kit.colours.muted, {
    x, yref: "paper", y: 1, yanchor: "middle", yshift: upTo(row), xanchor: isLeft ? "right" : "left", xshift: isLeft ? -WORD_GAP : WORD_GAP,
  }));
}

// --- target: a short rule at its year, the path that leads there, and its words on the side where the path is not ---

export function targetPath(target, kit) {
  if (!target?.path.length) return [];
  return [{
    type: "scatter", mode: "lines", x: target.path.map(([year]) => year), y: target.path.map(([, value]) => value), hoverinfo: "skip",
    line: { color: kit.mark("target"), width: 1.5, dash: "dot" },
  }];
}

export function targetRule(target, kit) {
  if (!target) return [];
  const { year, value } = target;
  return [{ type: "line", x0: year - HALF_YEAR, x1: year + HALF_YEAR, y0: value, y1: value, line: { color: kit.mark("target"), width: 3 } }];
}

export function targetWords(target, kit) {
  if (!target) return [];
  const isFalling = target.path.length > 0 && target.path[0][1] > target.value;
  return [note(target.label, kit.text("target"), {
    x: target.year + HALF_YEAR, y: target.value, xanchor: "right", yanchor: isFalling ? "top" : "bottom", yshift: isFalling ? -3 : 3,
  })];
}
