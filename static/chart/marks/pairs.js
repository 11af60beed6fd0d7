// Women and men in one row: two dots, a bar between them, and the gap printed at the right.
import { spacedTicks, textWidth, tickDecimals, valueRange, valueTicks } from "../axis.js";
import { layoutOf, moving, nameAxis, note, TICK_SIZE, valueAxis } from "../layout.js";
import { records } from "../rows.js";
import { namesThatFit, NARROW, valueColumn, withValues } from "./rows_of_bars.js";

const TOP = 30;
const BOTTOM = 30;
const VALUE_ROOM = 22;
const VALUE_EDGE = 8;
const HEAD_UP = 16;
// On a narrow screen the head of the gaps stands over the words of women and men.
const GAP_HEAD_UP = 22;
const SIDES = ["men", "women"];
// Shape as well as colour tells the two apart.
const SYMBOLS = { women: "circle", men: "diamond" };

export function drawPairs(mark, kit) {
  const rows = records(mark.rows, { by: mark.by, names: mark.names, known: SIDES }).map((row, place) => ({ ...row, at: -place, words: gapWords(row, mark, kit) }));
  const [low, high, step] = valueRange(rows.flatMap((row) => [row.women, row.men]));
  const { names, left, row } = namesThatFit(rows.map((one) => mark.names[one[mark.by]]), kit, 14, { row: mark.row });
  const air = step * 0.15;
  const room = textWidth([...rows.map((row) => row.words), mark.gap_heading], TICK_SIZE) + VALUE_ROOM;
  const scale = withValues([low - air, high + air], left, room, VALUE_EDGE, kit);
  const ticks = ticksOf([low, high, step], scale.unit, kit);
  return {
    data: [between(rows, kit), ...SIDES.map((side) => dots(rows, side, mark, kit)), valueColumn(rows, scale.end, kit)],
    layout: moving(layoutOf(kit, TOP + BOTTOM + row * Math.max(rows.length, 1), {
      left, right: scale.right, top: TOP, bottom: BOTTOM,
    }, {
      xaxis: valueAxis(kit, {
        range: scale.range, tickvals: ticks.map(([value]) => value), ticktext: ticks.map(([, words]) => words),
      }),
      yaxis: nameAxis(kit, rows.map((row) => row.at), names, [-rows.length + 0.5, 0.5], { ticklabelstandoff: 7 }),
      annotations: [...heads(rows, mark, kit), ...gapHead(mark, kit)],
    })),
  };
}

function ticksOf([low, high, step], unit, kit) {
  const written = (value) => kit.format.number(value, tickDecimals(step));
  const ticks = valueTicks(low, high, step);
  return spacedTicks(ticks, step, 1 / unit, textWidth(ticks.map(written), TICK_SIZE)).map((value) => [value, written(value)]);
}

const gapWords = (row, mark, kit) => (mark.gap_unit
  ? kit.format.value(row[mark.gap], mark.gap_unit, 1)
  : kit.format.change(row[mark.gap], mark.unit, mark.decimals));

const between = (rows, kit) => ({
  type: "scatter", mode: "lines", hoverinfo: "skip", line: { color: kit.colours.link, width: 4 },
  x: rows.flatMap((row) => [row.women, row.men, null]), y: rows.flatMap((row) => [row.at, row.at, null]),
});

const dots = (rows, side, mark, kit) => ({
  type: "scatter", mode: "markers", name: mark[side], meta: { key: side }, ids: rows.map((row) => row[mark.by]),
  x: rows.map((row) => row[side]), y: rows.map((row) => row.at),
  marker: { size: 12, color: kit.mark(side), symbol: SYMBOLS[side], line: { color: kit.colours.paper, width: 1 } },
  hoverinfo: "text",
  hovertext: rows.map((row) => `<b>${mark.names[row[mark.by]]}</b><br>${mark[side]}: ${kit.format.value(row[side], mark.unit, mark.decimals)}`),
});

// The words women and men over the dots of the first row; beside each other where the dots are close.
function heads([top, ...others], mark, kit) {
  if (!top) return [];
  const most = Math.max(...[top, ...others].flatMap((row) => [row.women, row.men])) || 1;
  const isApart = Math.abs(top.women - top.men) > 0.25 * most;
  return SIDES.map((side) => {
    const isRight = (side === "women") === (top.women >= top.men);
    const beside = isRight ? { xanchor: "left", xshift: 3 } : { xanchor: "right", xshift: -3 };
    return note(mark[side], kit.text(side), { x: top[side], y: 0, yanchor: "middle", yshift: HEAD_UP, ...(isApart ? { xanchor: "center" } : beside) });
  });
}

const gapHead = ({ gap_heading: heading }, kit) => (heading ? [note(heading, kit.colours.muted, {
  xref: "paper", x: 1, xanchor: "right", yref: "paper", y: 1, yanchor: "middle", yshift: kit.width < NARROW ? GAP_HEAD_UP : 9,
})] : []);
