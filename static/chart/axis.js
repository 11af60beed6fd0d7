// Scales and direct labels, worked out so that an axis never jumps and labels never cover each other: the twin of
// `pages/parts/charts/axis.py`.
export const LABEL_STEP = 17;
// How wide letters of the typeface are at 13 pixels.
const WIDTHS = new Map([
  ["\u202f", 2.3], ["ijlIіІ .,:\u00a0·’", 3.5], ["frt;()/'", 4.6], ["гғ-“”", 5.9], ["зт–", 6.4], ["aksvxyzLавкухьяұү", 7.3],
  ["cehnouEFJбеёийлнопсчэәқөһГЕЁҒ«»", 7.7], ["bdgpqPZдрцңЗР", 8.1], ["0123456789BKRSTXYъБВКТУХЬЯҰҮ≈=+−₸&<>", 8.6],
  ["ACDGHNOQUVфыАИЙЛНОПСЦЧЭӘҚҢӨҺ", 9.6], ["wжмшщюДФЪ", 10.8], ["mMМЫ…", 11.7], ["WЖШЩЮ%—№", 13.1],
].flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])));
const OTHER_WIDTH = 7.7;
// The room of one year on an axis, and between a rule and its words.
const YEAR_ROOM = 42;
export const WORD_GAP = 4;
// An axis of years reaches so far beyond its first and last year.
export const HALF_YEAR = 0.4;
export const LABEL_GAP = 9;
const LABEL_EDGE = 4;
const RIGHT_EDGE = 16;
const TICK_GAP = 8;

// The round step (1, 2, 2.5 or 5 times a power of ten) that cuts `span` into about `wanted` parts.
export function niceStep(span, wanted = 5) {
  const raw = span / Math.max(wanted, 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= raw * 0.999);
}

// Lower end, upper end and step of a value axis; it starts at zero when asked or when the data come near to it.
export function valueRange(values, { zero = false, wanted = 5 } = {}) {
  const known = values.filter((value) => Number.isFinite(value));
  if (!known.length) return [0, 1, 0.5];
  let low = Math.min(...known);
  let high = Math.max(...known);
  if (zero || (low >= 0 && low < 0.55 * high)) low = Math.min(low, 0);
  if (zero || (high <= 0 && high > 0.55 * low)) high = Math.max(high, 0);
  if (high - low < 1e-9) {
    [low, high] = [low - Math.max(Math.abs(low) * 0.1, 0.5), high + Math.max(Math.abs(high) * 0.1, 0.5)];
  }
  const step = niceStep(high - low, wanted);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step];
}

// The values at which an axis has a line.
export function valueTicks(low, high, step) {
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, place) => low + place * step);
}

// The ticks whose words do not touch: all, or every second, fifth or tenth one, counted from zero. `unit` is the pixels of
// a unit, `widest` those of the longest words.
export function spacedTicks(ticks, step, unit, widest) {
  const every = [1, 2, 5, 10].find((count) => count * step * unit >= widest + TICK_GAP) ?? 20;
  return ticks.filter((tick) => Math.round(tick / step) % every === 0);
}

// How many decimals the ticks of an axis need.
export function tickDecimals(step) {
  return [0, 1, 2, 3, 4].find((places) => Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) < 1e-6);
}

// How many years an axis of so many pixels has room for, `wanted` at most.
export const mostYears = (wanted, width) => Math.max(Math.min(wanted, Math.floor(width / YEAR_ROOM)), 2);

// Whole years to print, at most `most`: always the last one, and round ones where the step is five or more.
export function yearTicks(first, last, most = 9) {
  const step = [1, 2, 5, 10, 20].find((years) => (last - first) / years < most);
  const count = Math.floor((last - first) / step) + 1;
  if (step < 5) return Array.from({ length: count }, (_, place) => last - step * (count - 1 - place));
  const years = Array.from({ length: last - first }, (_, place) => first + place);
  return [...years.filter((year) => year % step === 0 && last - year >= 0.5 * step), last];
}

// Places of labels moved apart by at least `step`, each as near to its own place as the others allow.
export function spread(positions, low, high, step = LABEL_STEP) {
  const start = (block) => {
    const wanted = block.reduce((sum, index, rank) => sum + positions[index] - step * rank, 0) / block.length;
    return Math.max(Math.min(wanted, high - step * (block.length - 1)), low);
  };
  const blocks = [];
  for (const index of [...positions.keys()].sort((one, other) => positions[one] - positions[other])) {
    blocks.push([index]);
    while (blocks.length > 1 && start(blocks.at(-2)) + step * blocks.at(-2).length > start(blocks.at(-1))) {
      const last = blocks.pop();
      blocks.at(-1).push(...last);
    }
  }
  const placed = [];
  for (const block of blocks) block.forEach((index, rank) => { placed[index] = start(block) + step * rank; });
  return placed;
}

// The margin at the right of lines for labels at their ends, and the year behind which the labels begin. `width` is the
// room of plot and margin together, `longest` that of the labels. Labels begin behind the `newest` value; where a target
// lies ahead and there is no room for them up to it, behind the end of the axis.
export function labelMargin(longest, width, first, last, newest) {
  const year = 1 / (last - first + 2 * HALF_YEAR);
  const label = longest + LABEL_GAP + LABEL_EDGE;
  if (label <= (last - newest - HALF_YEAR) * year * (width - RIGHT_EDGE)) return [RIGHT_EDGE, newest];
  if (newest < last) return [label, last + HALF_YEAR];
  // The axis reaches half a year behind the newest value: labels have that room too.
  const beyond = HALF_YEAR * year;
  return [Math.max((label - beyond * width) / (1 - beyond), RIGHT_EDGE), newest];
}

// Where the words at vertical rules stand above a plot: {row, isLeft} (row 0 is the lowest). `places` are pixel positions of
// the rules from left to right, `widths` those of the words. Words stand right of their rule where they fit; none covers
// another.
export function wordRows(places, widths, low, high) {
  const spans = places.map((place, at) => wordSpan(place, widths[at] + WORD_GAP, low, high));
  const turned = spans.map(([start], at) => start < places[at]);
  const all = [...places.keys()];
  const rows = [];
  // From the outside of each side, so that a rule ends below the words of those beside it.
  for (const at of [...all.filter((place) => !turned[place]).reverse(), ...all.filter((place) => turned[place])]) {
    const taken = new Set(all.filter((other) => rows[other] !== undefined && touch(spans[at], spans[other])).map((other) => rows[other]));
    rows[at] = all.find((row) => !taken.has(row));
  }
  return all.map((at) => ({ row: rows[at], isLeft: turned[at] }));
}

const wordSpan = (place, width, low, high) =>
  (place + width > high && place - width >= low ? [place - width, place] : [place, place + width]);

const touch = (one, other) => one[0] < other[1] + WORD_GAP && other[0] < one[1] + WORD_GAP;

// The words, cut with an ellipsis where they need more pixels than there is room.
export function fitted(words, room, size = 13) {
  if (textWidth([words], size) <= room) return words;
  let end = words.length - 1;
  while (end > 1 && textWidth([`${words.slice(0, end)}…`], size) > room) end -= 1;
  return `${words.slice(0, end).trimEnd()}…`;
}

// The words on one line where they fit, else on two, cut at a space; the second ends with an ellipsis if need be.
export function inTwo(words, room, size = 13) {
  if (textWidth([words], size) <= room) return [words];
  const parts = words.split(" ");
  const starts = parts.map((_, place) => parts.slice(0, place).join(" "));
  const first = starts.findLast((start) => start && textWidth([start], size) <= room);
  return first ? [first, fitted(words.slice(first.length + 1), room, size)] : [fitted(words, room, size)];
}

// About how many pixels the longest of these texts needs.
export function textWidth(texts, size = 13) {
  const width = (text) => [...text].reduce((sum, letter) => sum + (WIDTHS.get(letter) ?? OTHER_WIDTH), 0);
  return Math.ceil(Math.max(0, ...texts.map(width)) * size / 13);
}
