// The same small line chart for every region, the country in grey behind it, on one pair of axes so that twenty cost
// little more than one.
import { fitted, textWidth, valueRange } from "../axis.js";
import { hiddenAxis, layoutOf } from "../layout.js";
import { linesOf, withGaps, yearsOf } from "../rows.js";
import { meaningsOf } from "../theme.js";

const NATIONAL = "KZ";
const PANEL_HEIGHT = 104;
const NARROWEST_PANEL = 165;
const INNER_WIDTH = 0.86;
const INNER_HEIGHT = 0.58;
const FOOT = 0.12;
// How far years reach below the lowest panels, and how far they keep from the lines, as parts of a panel's height.
const YEARS = 0.08;
const YEARS_GAP = 0.097;
// Where the middle of a panel's name stands, as a part of the panel's height from above, and at least so many pixels.
const NAME_PLACE = 0.1;
const LEAST_NAME_PLACE = 9;
const NAME_SIZE = 12;
const QUIET = { type: "scatter", mode: "lines", hoverinfo: "skip" };

export function drawPanels(mark, kit) {
  const lines = linesOf(mark.rows, "ref_area");
  const national = lines.get(NATIONAL) ?? [];
  lines.delete(NATIONAL);
  const order = [...lines.keys()].filter((code) => code in mark.names)
    .sort((one, other) => lines.get(other).at(-1).value - lines.get(one).at(-1).value || (one < other ? -1 : 1));
  const columns = Math.max(1, Math.min(mark.abreast, Math.floor(kit.width / NARROWEST_PANEL), order.length));
  const rows = Math.max(1, Math.ceil(order.length / columns));
  const height = mark.height ?? Math.round(PANEL_HEIGHT * (rows + YEARS)) + 4;
  const panels = panelsOf(order, lines, national, columns, mark, kit);
  return {
    data: [
      rules(panels, kit), behind(panels, national, kit), ...panels.map((panel) => line(panel, mark, kit)), dots(panels),
      ...written(panels, columns, Math.max(NAME_PLACE, (LEAST_NAME_PLACE * (rows + YEARS)) / height), mark, kit),
    ],
    layout: layoutOf(kit, height, { left: 4, right: 4, top: 2, bottom: 2 }, {
      hoverdistance: 16, xaxis: hiddenAxis({ range: [-0.02, columns - 0.08] }), yaxis: hiddenAxis({ range: [rows + YEARS, 0] }),
    }),
  };
}

// Each panel's place on the shared axes: years to a part of its column, values to a part of its row.
function panelsOf(order, lines, national, columns, mark, kit) {
  const drawn = [national, ...order.map((code) => lines.get(code))].filter((points) => points.length);
  const [first, last] = drawn.length ? yearsOf(drawn) : [0, 1];
  const shared = scaleOf(drawn);
  const meanings = meaningsOf(order, mark.chosen, {}, "region");
  return order.map((code, place) => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    const [low, high] = mark.free ? scaleOf([lines.get(code), national]) : shared;
    return {
      code, row, column, low, high, first, last, points: lines.get(code), colour: kit.mark(meanings[code]), isLowest: place + columns >= order.length,
      x: (year) => column + INNER_WIDTH * (year - first) / (Math.max(last, first + 1) - first),
      y: (value) => row + 1 - FOOT - INNER_HEIGHT * (value - low) / (high - low),
    };
  });
}

function scaleOf(lines) {
  const [low, high] = valueRange(lines.flat().map((point) => point.value), { wanted: 3 });
  return [low, high];
}

// Thin rules at the two ends of every panel's scale: one trace for all, as with everything without a hover.
function rules(panels, kit) {
  const ends = panels.flatMap((panel) => [panel.low, panel.high].map((end) => [panel.column, panel.y(end)]));
  return {
    ...QUIET, x: ends.flatMap(([column]) => [column, column + INNER_WIDTH, null]), y: ends.flatMap(([, height]) => [height, height, null]),
    line: { color: kit.colours.grid, width: 1 },
  };
}

function behind(panels, national, kit) {
  const cut = [...withGaps(national), null];
  return {
    ...QUIET, x: panels.flatMap((panel) => cut.map((point) => point && panel.x(point.year))),
    y: panels.flatMap((panel) => cut.map((point) => point && panel.y(point.value))), line: { color: kit.colours.context, width: 1.4 },
  };
}

function line({ code, points, colour, x, y }, mark, kit) {
  const cut = withGaps(points);
  const words = (point) => `<b>${mark.names[code]}</b><br>${point.year}: ${kit.format.value(point.value, mark.unit, mark.decimals)}`;
  return {
    type: "scatter", mode: "lines", x: cut.map((point) => point && x(point.year)), y: cut.map((point) => point && y(point.value)),
    line: { color: colour, width: 2 }, name: mark.names[code], meta: { key: code }, hovertext: cut.map((point) => point && words(point)), hoverinfo: "text",
  };
}

// At the last point, and at points that stand alone between gaps and would vanish as a line. Beside the lines, because
// markers of a line cost a node for each of its years.
function dots(panels) {
  const made = panels.flatMap(({ points, colour, x, y }) => {
    const around = [null, ...withGaps(points), null];
    const marked = around.filter((point, place) => point && (point === points.at(-1) || (!around[place - 1] && !around[place + 1])));
    return marked.map((point) => ({ x: x(point.year), y: y(point.value), colour }));
  });
  return {
    type: "scatter", mode: "markers", x: made.map((dot) => dot.x), y: made.map((dot) => dot.y), hoverinfo: "skip",
    marker: { size: 5, color: made.map((dot) => dot.colour), opacity: 1 },
  };
}

// Names and values above the panels; years below the lowest of a column; the upper end of a scale where it is needed.
function written(panels, columns, namePlace, mark, kit) {
  const room = (kit.width - 8) / (columns - 0.06) * INNER_WIDTH;
  return [
    texts(panels.map((panel) => heading(panel, room, namePlace, mark, kit)), { size: NAME_SIZE, color: kit.colours.ink }),
    texts(panels.flatMap((panel) => [...years(panel), ...scaleEnd(panel, mark, kit)]), { size: 10, color: kit.colours.muted }),
  ];
}

function heading({ code, points, row, column }, room, namePlace, mark, kit) {
  const latest = kit.format.number(points.at(-1).value, mark.decimals);
  const name = fitted(mark.names[code], room - textWidth([` ${latest}`], NAME_SIZE), NAME_SIZE);
  return { text: `${name} <b>${latest}</b>`, x: column, y: row + namePlace, position: "middle right" };
}

function years({ first, last, low, isLowest, x, y }) {
  if (!isLowest) return [];
  const at = (year, side) => ({ text: String(year), x: x(year), y: y(low) + YEARS_GAP, position: `middle ${side}` });
  return [at(first, "right"), at(last, "left")];
}

function scaleEnd({ high, column, y }, mark, kit) {
  if (!mark.free && column) return [];
  const places = Math.abs(high - Math.round(high)) < 1e-9 * Math.abs(high) ? 0 : 1;
  return [{ text: kit.format.number(high, places), x: column + INNER_WIDTH, y: y(high), position: "top left" }];
}

const texts = (words, font) => ({
  type: "scatter", mode: "text", x: words.map((word) => word.x), y: words.map((word) => word.y), text: words.map((word) => word.text),
  textposition: words.map((word) => word.position), textfont: font, hoverinfo: "skip",
});
