// A grid of rows and years or areas, each cell shaded by how much of it is there: the coverage matrix.
import { textWidth } from "../axis.js";
import { classOf, tokensOf } from "../classes.js";
import { hiddenAxis, layoutOf } from "../layout.js";
import { records } from "../rows.js";
import { cellTrace } from "./grid.js";

const TOP = 26;
const RIGHT = 4;
const NAME_ROOM = 350;
const HEAD = 25;
const TAIL = 20;
// A cell narrower than this cannot be read or touched: the chart grows wider than its card instead.
const NARROWEST_CELL = 17;
// More columns of years, or narrower ones, have a heading at every fifth year.
const MANY_YEARS = 20;
const YEAR_ROOM = 31;

export function drawCells(mark, kit) {
  const rows = records(mark.rows, { by: mark.by, names: mark.names });
  const held = new Set(rows.map((row) => row[mark.by]));
  const keys = Object.keys(mark.names).filter((key) => held.has(key));
  const columns = columnsOf(rows, mark);
  const labels = keys.map((key) => middleOut(mark.names[key]));
  const left = Math.min(textWidth(labels, 12) + 14, NAME_ROOM, Math.max(kit.width * 0.4, 150));
  const top = mark.across ? textWidth(Object.values(mark.across), 11) + 10 : TOP;
  return {
    width: left + columns.codes.length * NARROWEST_CELL + RIGHT,
    data: [cellTrace(rows.filter((row) => row[mark.value] > 0).map((row) => cell(row, keys, columns, mark)), kit, { size: 0.9, wordSize: 10 })],
    layout: layoutOf(kit, top + 8 + mark.row * Math.max(keys.length, 1), { left, right: RIGHT, top, bottom: 8 }, {
      bargap: 0, xaxis: headAxis(columns, (kit.width - left) / columns.codes.length, mark, kit),
      yaxis: hiddenAxis({
        range: [keys.length - 0.5, -0.5], visible: true, tickvals: keys.map((_, place) => place), ticktext: labels, showgrid: false, zeroline: false,
        ticks: "", tickfont: { size: 12, color: kit.colours.ink }, ticklabelstandoff: 6,
      }),
    }),
  };
}

// The codes of the columns in their order, and where the first one stands: areas by place, years by themselves.
function columnsOf(rows, { across }) {
  if (across) return { codes: Object.keys(across), first: 0 };
  const years = rows.map((row) => row.time_period);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return { codes: years.length ? Array.from({ length: last - first + 1 }, (_, place) => first + place) : [], first };
}

function cell(row, keys, columns, mark) {
  const code = mark.across ? row.ref_area : row.time_period;
  return {
    x: columns.first + columns.codes.indexOf(code), y: keys.indexOf(row[mark.by]), key: `${row[mark.by]}|${code}`,
    fill: tokensOf(mark.classes)[classOf(mark.classes, row[mark.value])], hover: row.words, words: String(Math.trunc(row[mark.value])),
  };
}

function headAxis({ codes, first }, room, { across }, kit) {
  const every = across || (codes.length <= MANY_YEARS && room >= YEAR_ROOM) ? 1 : 5;
  const ticks = codes.map((code, place) => [first + place, across?.[code] ?? String(code)]).filter(([place]) => across || place % every === 0);
  return {
    range: [first - 0.5, first + codes.length - 0.5], tickvals: ticks.map(([place]) => place), ticktext: ticks.map(([, words]) => words), side: "top", ticks: "",
    showgrid: false, zeroline: false, fixedrange: true, tickfont: { size: 11, color: kit.colours.muted }, tickangle: across ? -90 : 0, ticklabelstandoff: across ? 0 : 3,
  };
}

// A long name without its middle: what tells two series apart, an age band say, often stands at the end.
function middleOut(name) {
  return name.length <= HEAD + TAIL + 1 ? name : `${name.slice(0, HEAD).trimEnd()}…${name.slice(-TAIL).trimStart()}`;
}
