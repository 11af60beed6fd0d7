// How many of each part every row counts: bars of parts from zero, numbers over them, the words of the parts on top.
import { textWidth } from "../axis.js";
import { hiddenAxis, layoutOf, nameAxis, note, TICK_SIZE } from "../layout.js";
import { records } from "../rows.js";
import { namesThatFit } from "./rows_of_bars.js";

const NAME_GAP = 16;
const RIGHT = 8;
const BOTTOM = 6;
// A bar and the number over it, as parts of a row.
const BAR = 0.42;
const BAR_DOWN = 0.44;
const NUMBER_DOWN = 0.26;
const WORDS_ROW = 20;
const WORDS_GAP = 26;
const WORDS_EDGE = 8;
const SWATCH = 17;

export function drawTally(mark, kit) {
  const counts = countsOf(mark);
  const used = Object.keys(mark.parts).filter((part) => counts.some(({ parts }) => parts[part]));
  const entries = entriesOf(used.map((part) => [part, mark.parts[part]]), kit.width);
  const top = WORDS_EDGE + WORDS_ROW * (1 + Math.max(0, ...entries.map((entry) => entry.line)));
  const { names, left, row } = namesThatFit(counts.map(({ key }) => mark.names[key]), kit, NAME_GAP, { row: mark.row });
  const most = Math.max(1, ...counts.map(({ parts }) => Object.values(parts).reduce((sum, count) => sum + count, 0)));
  const bars = counts.flatMap(({ key, parts }, place) => barsOf(key, parts, place, mark));
  return {
    data: used.map((part) => trace(part, bars.filter((bar) => bar.part === part), mark, kit)),
    layout: layoutOf(kit, top + BOTTOM + row * counts.length, { left, right: RIGHT, top, bottom: BOTTOM }, {
      barmode: "overlay", xaxis: hiddenAxis({ range: [0, most] }),
      yaxis: nameAxis(kit, counts.map((_, place) => place + BAR_DOWN + BAR / 2), names, [counts.length, 0]),
      annotations: [...bars.map((bar) => number(bar, kit)), ...entries.map((entry) => legend(entry, top, left, mark, kit))],
    }),
  };
}

function countsOf({ rows, by, part, value, names, parts }) {
  const found = new Map();
  for (const row of records(rows)) found.set(row[by], { ...found.get(row[by]), [row[part]]: row[value] });
  const inOrder = (counted) => Object.fromEntries(Object.keys(parts).filter((name) => counted[name]).map((name) => [name, counted[name]]));
  return Object.keys(names).filter((key) => found.has(key)).map((key) => ({ key, parts: inOrder(found.get(key)) }));
}

function barsOf(key, parts, place, mark) {
  let start = 0;
  return Object.entries(parts).map(([part, count]) => {
    start += count;
    return { key: `${key}|${part}`, part, count, start: start - count, place, hover: `<b>${mark.names[key]}</b><br>${mark.parts[part]}: ${count}` };
  });
}

// Words beside each other; what finds no room goes on in the next line.
function entriesOf(parts, width) {
  let x = 0;
  let line = 0;
  return parts.map(([part, words]) => {
    const room = SWATCH + textWidth([words], TICK_SIZE);
    if (x && x + room > width) [x, line] = [0, line + 1];
    const entry = { part, words, x, line };
    x += room + WORDS_GAP;
    return entry;
  });
}

const trace = (part, bars, mark, kit) => ({
  type: "bar", orientation: "h", name: mark.parts[part], meta: { key: part }, ids: bars.map((bar) => bar.key), x: bars.map((bar) => bar.count),
  base: bars.map((bar) => bar.start), y: bars.map((bar) => bar.place + BAR_DOWN + BAR / 2), width: BAR, hovertext: bars.map((bar) => bar.hover), hoverinfo: "text",
  marker: { color: kit.mark(mark.meanings[part]), line: { color: kit.colours.paper, width: 1.5 } },
});

const number = ({ start, count, place }, kit) => note(`<b>${count}</b>`, kit.colours.ink, { x: start + count / 2, y: place + NUMBER_DOWN, yanchor: "middle" });

const legend = ({ part, words, x, line }, top, left, mark, kit) =>
  note(`<span style="color:${kit.mark(mark.meanings[part])}">■</span> ${words}`, kit.colours.ink, {
    xref: "paper", yref: "paper", x: 0, y: 1, xanchor: "left", yanchor: "middle", xshift: x - left, yshift: top - WORDS_ROW * (line + 0.5),
  });
