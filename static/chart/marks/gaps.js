// Bars to the left and right of zero in the order of the rows, the first on top; the sign is printed with each value.
import { textWidth } from "../axis.js";
import { hiddenAxis, layoutOf, moving, nameAxis, note, rule, TICK_SIZE } from "../layout.js";
import { records } from "../rows.js";
import { barTrace, namesThatFit } from "./rows_of_bars.js";

const TOP = 8;
const BOTTOM = 10;
const SIDES_ROOM = 22;
const RIGHT = 24;
const VALUE_GAP = 8;

export function drawGaps(mark, kit) {
  const rows = records(mark.rows, { by: mark.by, names: mark.names, known: [mark.value] });
  const bars = rows.map((row, place) => barOf(row, place, mark, kit));
  const { names, left, row } = namesThatFit(rows.map((one) => mark.names[one[mark.by]]), kit, 12, { row: mark.row });
  const top = TOP + (mark.sides ? SIDES_ROOM : 0);
  const trace = barTrace(bars, {
    marker: { color: bars.map((bar) => kit.mark(mark.meanings[Number(bar.value > 0)])) },
    text: bars.map((bar) => bar.words), textposition: "outside", cliponaxis: false, textfont: { color: kit.colours.ink, size: TICK_SIZE },
  });
  return {
    data: [trace],
    layout: moving(layoutOf(kit, top + BOTTOM + row * Math.max(bars.length, 1), { left, right: RIGHT, top, bottom: BOTTOM }, {
      xaxis: hiddenAxis({ range: rangeOf(bars, kit.width - left - RIGHT) }),
      yaxis: nameAxis(kit, bars.map((bar) => bar.at), names, [-bars.length + 0.5, 0.5]),
      shapes: [rule(0, { color: kit.colours.rule, width: 1 })],
      annotations: sideWords(mark, kit),
    })),
  };
}

function barOf(row, place, mark, kit) {
  const words = kit.format.change(row[mark.value], mark.unit, mark.decimals);
  return { key: row[mark.by], value: row[mark.value], at: -place, words, hover: `<b>${mark.names[row[mark.by]]}</b><br>${words}` };
}

// Both sides in one scale, with room for the values behind the bars; a side without bars takes none.
function rangeOf(bars, width) {
  const reach = Math.max(0, ...bars.map(({ value }) => Math.abs(value))) || 1;
  const sides = [bars.some(({ value }) => value < 0), bars.some(({ value }) => value > 0)].map(Number);
  const count = Math.max(sides[0] + sides[1], 1);
  const room = textWidth(bars.map(({ words }) => words), TICK_SIZE) + VALUE_GAP;
  const ends = reach + room * count * reach / (width - room * count);
  return sides[0] || sides[1] ? [-sides[0] * ends, sides[1] * ends] : [0, ends];
}

function sideWords({ sides, meanings }, kit) {
  const side = (place, xanchor, xshift) => note(sides[place], kit.text(meanings[place]), {
    x: 0, yref: "paper", y: 1, yanchor: "middle", yshift: 10, xanchor, xshift,
  });
  return sides ? [side(0, "right", -6), side(1, "left", 6)].filter((words) => words.text) : [];
}
