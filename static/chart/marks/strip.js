// One whole cut into its parts on a single line, the largest first: who holds most of it, at a glance.
import { hiddenAxis, layoutOf } from "../layout.js";
import { records } from "../rows.js";

// Words stand above a part of at least so many per cent.
const ROOM_FOR_WORDS = 10;
const WHOLE = 100;
const TOP = 30;
const BOTTOM = 8;
const BAR = 0.62;
const WORDS_UP = 12;

export function drawStrip(mark, kit) {
  const parts = partsOf(mark, kit);
  return {
    data: parts.map((part) => trace(part, kit)),
    layout: layoutOf(kit, mark.height, { left: 0, right: 0, top: TOP, bottom: BOTTOM }, {
      barmode: "stack", bargap: 0, xaxis: hiddenAxis({ range: [0, WHOLE] }), yaxis: hiddenAxis(),
      annotations: parts.filter((part) => part.meaning && part.value >= ROOM_FOR_WORDS).map((part) => words(part, mark.height)),
    }),
  };
}

function partsOf(mark, kit) {
  let start = 0;
  return records(mark.rows, { known: [mark.value] }).map((row) => {
    const key = row[mark.by];
    const value = row[mark.value];
    const name = mark.names[key] ?? key;
    start += value;
    return {
      key, value, start: start - value, name, meaning: mark.meanings[key], words: `${name} <b>${kit.format.value(value, mark.unit, mark.decimals)}</b>`,
      hover: `<b>${name}</b> ${kit.format.value(value, mark.unit, Math.max(mark.decimals, 1))}`,
    };
  });
}

const trace = ({ key, value, name, meaning, hover }, kit) => ({
  type: "bar", orientation: "h", x: [value], y: [""], ids: [key], width: BAR, name, hovertext: [hover], hoverinfo: "text",
  marker: { color: kit.mark(meaning ?? "context"), line: { color: kit.colours.paper, width: 1 } },
});

// Above the bar, which stands in the middle of its row.
const words = ({ start, words: text }, height) => ({
  x: start, xanchor: "left", y: 1, yref: "paper", yanchor: "middle", yshift: WORDS_UP - (height - TOP - BOTTOM) * (1 - BAR) / 2, text,
  showarrow: false, align: "left",
});
