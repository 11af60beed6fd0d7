// Lines over years: the country in ink, chosen lines in the colours of their meaning, labels at the ends.
import { HALF_YEAR, labelMargin, mostYears, textWidth, tickDecimals, valueRange, valueTicks, yearTicks } from "../axis.js";
import { layoutOf, plainAxis, TICK_SIZE, valueAxis } from "../layout.js";
import { linesOf, withGaps, yearsOf } from "../rows.js";
import { meaningsOf } from "../theme.js";
import { breakNotes, breakRules, breakWords, labelNotes, labelsOf, rowsOfWords, targetPath, targetRule, targetWords, WORD_ROW } from "./line_words.js";

const HOLLOW = new Set("PSEU");
const COLOURED = 2.4;
const CHOSEN = 2.2;
// Higher ranks lie over others; rank 0 has neither dots nor a label.
const LOOKS = { country: { width: 2.6, rank: 3 }, context: { width: 1, rank: 0 }, quiet: { width: 1, rank: 0 } };
const DOT = 5;
const HOLLOW_DOT = 8;
const FACT = 9;
const LONE = 3;
const TOP = 16;
const BOTTOM = 32;
const BARE_EDGE = 16;
const AIR = 0.008;

export function drawLines(mark, kit) {
  const lines = drawnLines(mark);
  if (!lines.size) return { data: [], layout: layoutOf(kit, mark.height, {}) };
  const styles = stylesOf([...lines.keys()], mark, kit);
  const scale = scaleOf(mark, [...lines.values()]);
  const named = [...lines].filter(([key]) => mark.labels && styles[key].rank);
  const labels = labelsOf(mark, named.map(([key, points]) => [key, points.at(-1).value, kit.text(styles[key].meaning)]), kit);
  const left = leftOf(scale, mark, kit);
  const [right, labelYear] = labels.length
    ? labelMargin(textWidth(labels.flatMap((label) => label.lines)), kit.width - left, scale.first, scale.last, scale.newest)
    : [BARE_EDGE, scale.newest];
  const wide = kit.width - left - right;
  const words = breakWords(mark.breaks, scale, wide, wide + right);
  const margins = { left, right, top: TOP + WORD_ROW * rowsOfWords(words), bottom: BOTTOM };
  const box = mark.height - margins.top - BOTTOM;
  const [low, high] = rangeOf(scale);
  const drawn = [...lines.keys()].sort((one, other) => styles[one].rank - styles[other].rank);
  return {
    data: [...targetPath(mark.target, kit), ...drawn.map((key) => trace(lines.get(key), key, styles[key], mark, kit))],
    layout: layoutOf(kit, mark.height, margins, {
      xaxis: plainAxis(kit, {
        range: [scale.first - HALF_YEAR, scale.last + HALF_YEAR], tickvals: yearTicks(scale.first, scale.last, mostYears(mark.year_labels, wide)),
        tickformat: "d", fixedrange: false,
      }),
      yaxis: valueAxis(kit, { range: [low, high], ...ticksOf(scale, mark, kit) }),
      dragmode: "zoom", hoverdistance: 24,
      shapes: [...breakRules(words, kit), ...targetRule(mark.target, kit)],
      annotations: [
        ...breakNotes(words, kit), ...targetWords(mark.target, kit),
        ...labelNotes(labels, labelYear, box, (value) => box * (1 - (value - low) / (high - low))),
      ],
    }),
  };
}

function drawnLines({ rows, by, names, span }) {
  const found = linesOf(rows, by);
  const isInside = (point) => !span?.length || (span[0] <= point.year && point.year <= span.at(-1));
  return new Map(Object.keys(names).map((key) => [key, (found.get(key) ?? []).filter(isInside)]).filter(([, points]) => points.length));
}

function stylesOf(keys, mark, kit) {
  const meanings = meaningsOf(keys, mark.chosen, mark.meanings);
  return Object.fromEntries(keys.map((key) => {
    const meaning = meanings[key];
    const look = LOOKS[meaning] ?? { width: meaning.startsWith("chosen") ? CHOSEN : COLOURED, rank: 2 };
    return [key, { ...look, meaning, dash: mark.dotted.includes(key) ? "dot" : kit.dash(meaning) }];
  }));
}

// Ends of both axes, and the newest year that has a value.
function scaleOf({ span, target, values, zero }, lines) {
  const [oldest, newest] = yearsOf(lines);
  const [first, last] = span?.length ? span : [oldest, Math.max(newest, target?.year ?? newest)];
  const known = lines.flat().map((point) => point.value);
  const [low, high, step] = values ? valueRange(values) : valueRange([...known, ...(target ? [target.value] : [])], { zero });
  return { first, last: Math.max(first, last), newest, low, high, step };
}

function rangeOf({ low, high }) {
  const air = (high - low) * AIR;
  return [low - air, high + air];
}

function ticksOf({ low, high, step }, mark, kit) {
  const ticks = valueTicks(low, high, step);
  return { tickvals: ticks, ticktext: ticks.map((value) => tick(value, step, mark, kit)) };
}

const tick = (value, step, mark, kit) => kit.format.number(value, tickDecimals(step)) + kit.format.suffix(mark.unit);

function leftOf({ low, high, step }, mark, kit) {
  return textWidth([low, high].map((value) => tick(value, step, mark, kit)), TICK_SIZE) + 12;
}

function trace(points, key, style, mark, kit) {
  const cut = withGaps(points);
  const colour = kit.mark(style.meaning);
  const name = mark.names[key];
  const words = (point) => `<b>${name}</b><br>${point.year}: ${kit.format.value(point.value, mark.unit, mark.decimals)}${kit.format.flag(point.status)}`;
  return {
    type: "scatter", mode: mark.points ? "markers" : "lines+markers", name, meta: { key },
    x: cut.map((point) => point && point.year), y: cut.map((point) => point && point.value),
    line: { color: colour, width: style.width, dash: style.dash }, marker: markers(cut, colour, style, mark, kit),
    hoverinfo: "text", hovertext: cut.map((point) => point && words(point)),
  };
}

// Flagged values are hollow. Lines in the background have no dots but where a point between gaps would vanish as a line.
function markers(cut, colour, { rank }, mark, kit) {
  const plain = mark.points ? FACT : DOT;
  const isLone = (at) => !cut[at - 1] && !cut[at + 1];
  const isHollow = (point) => point !== null && HOLLOW.has(point.status) && (rank > 0 || mark.points);
  const size = (point, at) => (rank || mark.points ? (isHollow(point) ? Math.max(plain, HOLLOW_DOT) : plain) : isLone(at) ? LONE : 0);
  return {
    size: cut.map(size), color: cut.map((point) => (isHollow(point) ? kit.colours.paper : colour)), opacity: 1,
    line: { color: colour, width: cut.map((point) => (isHollow(point) ? 1.8 : 0)) },
  };
}
