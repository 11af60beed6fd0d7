// Ranked bars from zero, the first row on top, values in a column at the right; rows may stand under headings.
import { fitted, textWidth } from "../axis.js";
import { hiddenAxis, layoutOf, moving, nameAxis, note, TICK_SIZE } from "../layout.js";
import { isKnown, records } from "../rows.js";
import { meaningsOf } from "../theme.js";
import { barTrace, nameRoom, NARROW, valueColumn, withValues, wordsRoom } from "./rows_of_bars.js";

const TOP = 8;
const BOTTOM = 10;
const REFERENCE_ROOM = 22;
const HEADING = 1;
const AFTER_GROUP = 0.25;
const SECOND_LINE = 0.5;
const LONGEST_LINE = 26;
const ALMOST = "≈";
const TIED = "=";
const FIGURE_SPACE = "\u2007";
const GAP = "\u00a0\u00a0";
const NAME_GAP = 10;
const AXIS_GAP = 6;
const VALUE_ROOM = 24;
const VALUE_EDGE = 10;
const HOME = "KZ";

export function drawBars(mark, kit) {
  const rows = records(mark.rows, { by: mark.by, names: mark.names, known: ["obs_value"] });
  const { bars, headings, depth } = placed(rows, mark, kit);
  const reference = referenceOf(rows, mark);
  const reach = [0, ...bars.map((bar) => bar.value), ...(reference ? [reference.value] : [])];
  const [low, high] = [Math.min(...reach), Math.max(...reach) || 1];
  const scale = withValues([low, high], leftOf(bars, headings, kit), wordsRoom(bars.map((bar) => bar.words), VALUE_ROOM), VALUE_EDGE, kit);
  const margins = { left: scale.left, right: scale.right, top: TOP + (reference ? REFERENCE_ROOM : 0), bottom: BOTTOM };
  return {
    data: [barTrace(bars, { marker: markerOf(bars, kit) }), valueColumn(bars, scale.end, kit)],
    layout: moving(layoutOf(kit, Math.round(margins.top + BOTTOM + mark.row * Math.max(depth, 1)), margins, {
      xaxis: hiddenAxis({ range: scale.range }),
      yaxis: nameAxis(kit, bars.map((bar) => bar.at), bars.map((bar) => bar.label), [-Math.max(depth, 1), 0]),
      shapes: reference ? [referenceRule(reference, kit)] : [],
      annotations: [
        ...headingNotes(headings, kit),
        ...(reference ? [referenceWords(reference, scale.x(reference.value) > (scale.left + kit.width) / 2, mark, kit)] : []),
      ],
    })),
  };
}

function leftOf(bars, headings, kit) {
  const heads = headings.length ? textWidth(headings.map((heading) => heading.words), TICK_SIZE) + 2 * AXIS_GAP : 0;
  return Math.max(Math.min(textWidth(bars.flatMap((bar) => bar.lines)) + NAME_GAP, nameRoom(kit)), heads);
}

// Rows under each other, those of one group under its heading; a name of two lines takes more room.
function placed(rows, mark, kit) {
  const meanings = meaningsOf(rows.map((row) => row[mark.by]), mark.chosen, mark.meanings, "quiet");
  const bars = [];
  const headings = [];
  let depth = 0;
  let group;
  for (const row of rows) {
    const words = mark.heads[row[mark.heads_by]];
    if (words && row[mark.heads_by] !== group) {
      depth += group === undefined ? 0 : AFTER_GROUP;
      headings.push({ words, at: -depth - HEADING / 2 });
      depth += HEADING;
      group = row[mark.heads_by];
    }
    const bar = barOf(row, meanings[row[mark.by]], mark, kit);
    bars.push({ ...bar, at: -depth - bar.height / 2 });
    depth += bar.height;
  }
  return { bars, headings, depth };
}

function barOf(row, meaning, mark, kit) {
  const key = row[mark.by];
  const value = kit.format.value(row.obs_value, mark.unit, mark.decimals);
  const isEstimate = row.obs_status === "E";
  const isHome = mark.years && key === HOME;
  const shown = row.within_rounding ? `${ALMOST}${value}` : value;
  const { lines, label } = nameOf(row, mark, isEstimate, kit);
  return {
    key, lines, value: row.obs_value, isEstimate, colour: kit.mark(meaning), height: 1 + SECOND_LINE * (lines.length - 1),
    label: isHome ? `<b>${label}</b>` : label, words: isHome ? `<b>${shown}</b>` : shown,
    hover: `<b>${mark.names[key]}</b><br>${mark.years ? `${row.time_period}: ` : ""}${value}${kit.format.flag(row.obs_status)}`,
  };
}

// The name line by line, with the place or the year behind it; where there is no room the name is cut, never what follows.
function nameOf(row, mark, isEstimate, kit) {
  const name = mark.names[row[mark.by]];
  const after = mark.years ? kit.format.words[isEstimate ? "year_estimate" : "year"].replace("{year}", row.time_period) : placeOf(row);
  const room = nameRoom(kit) - NAME_GAP;
  const whole = mark.years ? wrapped(name, after, room, kit) : [name];
  const fit = whole.map((line, at) => fitted(line, room - (at === whole.length - 1 ? textWidth([`  ${after}${TIED}`]) : 0)));
  // A sign of shared places hangs outside the column of places.
  const hang = after && !mark.years ? (after.endsWith(TIED) ? "" : FIGURE_SPACE) : "";
  const end = mark.years ? `<span style="color:${kit.colours.muted}">${after}</span>` : `${after}${hang}`;
  return {
    lines: [...fit.slice(0, -1), `${fit.at(-1)}  ${after}${after && !mark.years ? TIED : ""}`],
    label: `${fit.join("<br>")}${after && fit.at(-1) ? GAP : ""}${end}`,
  };
}

const placeOf = (row) => (isKnown(row.place) ? `${row.place}${row.n_tied > 1 ? TIED : ""}` : "");

// A name word by word in lines that fit; on a narrow screen by their width, and what stands behind it has a line of its own
// where there is no room.
function wrapped(name, after, room, kit) {
  const isNarrow = kit.width < NARROW;
  const fits = (line) => (isNarrow ? textWidth([line]) <= room : line.length <= LONGEST_LINE);
  const lines = [];
  for (const word of name.split(" ")) {
    if (lines.length && fits(`${lines.at(-1)} ${word}`)) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return isNarrow && textWidth([`${lines.at(-1)}  ${after}${TIED}`]) > room ? [...lines, ""] : lines;
}

// An estimate is hollow.
function markerOf(bars, kit) {
  return {
    color: bars.map((bar) => (bar.isEstimate ? kit.colours.paper : bar.colour)),
    line: { color: bars.map((bar) => bar.colour), width: bars.map((bar) => (bar.isEstimate ? 1.6 : 0)) },
  };
}

function referenceOf(rows, { reference }) {
  const value = rows.map((row) => row.national_value).find(isKnown);
  return reference && value !== undefined ? { value, name: reference } : null;
}

const referenceRule = ({ value }, kit) => ({
  type: "line", x0: value, x1: value, yref: "paper", y0: 0, y1: 1, line: { color: kit.colours.ink, width: 1.2, dash: "dot" },
});

// On the side with more room, its end over the rule.
function referenceWords({ value, name }, isLate, mark, kit) {
  return note(`${name} <b>${kit.format.value(value, mark.unit, mark.decimals)}</b>`, kit.colours.ink, {
    x: value, yref: "paper", y: 1, yanchor: "middle", yshift: 10, xanchor: isLate ? "right" : "left", xshift: isLate ? AXIS_GAP : -AXIS_GAP,
  });
}

const headingNotes = (headings, kit) => headings.map(({ words, at }) =>
  note(words, kit.colours.muted, { xref: "paper", x: 0, xanchor: "right", xshift: -AXIS_GAP, y: at }));
