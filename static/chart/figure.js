// From a view, its rows and a choice to a figure for Plotly in the colours of a theme.
import { cut } from "./cut.js";
import { drawAbreast } from "./marks/abreast.js";
import { drawBars } from "./marks/bars.js";
import { drawCells } from "./marks/cells.js";
import { drawGaps } from "./marks/gaps.js";
import { drawLines } from "./marks/lines.js";
import { drawPairs } from "./marks/pairs.js";
import { drawPanels } from "./marks/panels.js";
import { drawRegions, layoutOfRows, layoutsOfRows } from "./marks/regions.js";
import { drawStack } from "./marks/stack.js";
import { drawStrip } from "./marks/strip.js";
import { drawTally } from "./marks/tally.js";
import { drawYearsHeld } from "./marks/years_held.js";
import { drawZone } from "./marks/zone.js";
import { fetchOutlines, fetchWhenTouched, outlinesOf } from "./outlines.js";
import { scaled } from "./scale.js";

export const DRAW = {
  lines: drawLines, abreast: drawAbreast, bars: drawBars, gaps: drawGaps, pairs: drawPairs, zone: drawZone, regions: drawRegions, panels: drawPanels,
  stack: drawStack, strip: drawStrip, tally: drawTally, cells: drawCells, years_held: drawYearsHeld,
};
export const CONFIG = { displayModeBar: false, responsive: false, doubleClick: "reset", showTips: false, scrollZoom: false };

// A mark with the rows of a choice: the twin of `Reach.at` in `pages/parts/cards/model.py`.
export function markOf(view, rows, choice) {
  const followed = Object.entries(view.follows).map(([field, name]) => [field, choice[name] ?? []]);
  return { ...view, ...Object.fromEntries(followed), rows: cut(rows, view.filters, choice) };
}

// The address names that decide what a view draws.
export const namesOf = (view) => [...view.filters.map((item) => item.name).filter(Boolean), ...Object.values(view.follows)];

// What must have been fetched before a mark can be drawn.
const outlinedBy = (mark) => (mark.kind === "regions" && mark.form === "map" ? layoutOfRows(mark.rows) : null);
export const isReady = (mark) => outlinedBy(mark) === null || outlinesOf(outlinedBy(mark)) !== undefined;
export const ready = (mark) => (isReady(mark) ? null : fetchOutlines(outlinedBy(mark)));

// What other choices among the rows of a view may need.
export function prepare(view, rows) {
  if (view.kind === "regions" && view.form === "map") fetchWhenTouched(layoutsOfRows(rows));
}

// A row is never so low that names touch, nor so high that bars look like blocks.
export const LEAST_ROW = 15.5;
const MOST_ROW = 44;

// A mark for a box of a height: charts of rows get higher or lower rows.
function fitted(mark, kit, height) {
  if ("height" in mark) return { ...mark, height };
  if (!mark.row) return mark;
  const heightOf = (row) => DRAW[mark.kind]({ ...mark, row }, kit).layout.height;
  const natural = heightOf(mark.row);
  const row = mark.row + (height - natural) / (heightOf(mark.row + 1) - natural);
  return { ...mark, row: Math.max(LEAST_ROW, Math.min(row, MOST_ROW)) };
}

// `factor` enlarges type and strokes for a projector: the chart is drawn for a smaller box and then scaled. Without a height
// the chart has its own.
export function figureOf(mark, { theme, format, width, height, family, factor = 1 }) {
  const kit = {
    format, width: width / factor, colours: theme.colours, outlines: outlinesOf, mark: (meaning) => theme.mark(meaning),
    text: (meaning) => theme.text(meaning), dash: (meaning) => theme.dash(meaning),
  };
  const drawn = height ? fitted(mark, kit, height / factor) : mark;
  const { data, layout, width: least = 0 } = DRAW[mark.kind](drawn, kit);
  const { transition, ...still } = scaled(layout, factor);
  return {
    data: scaled(data, factor), transition, family, theme, row: drawn.row,
    layout: { ...base(kit, family, factor), ...still, width: Math.max(width, least * factor), ...(height ? { height } : {}), font: { ...still.font, family } },
  };
}

const base = ({ colours }, family, factor) => ({
  paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", uirevision: "kept", dragmode: false,
  hoverlabel: { bgcolor: colours.paper, bordercolor: colours.rule, align: "left", namelength: -1, font: { family, size: 13 * factor, color: colours.ink } },
});
