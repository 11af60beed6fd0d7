// Dots on one scale with a shaded zone around its middle: shares beside one half, indices beside parity.
import { textWidth } from "../axis.js";
import { hiddenAxis, layoutOf, moving, nameAxis, note, rule, TICK_SIZE } from "../layout.js";
import { records } from "../rows.js";
import { namesThatFit } from "./rows_of_bars.js";

const TOP = 44;
const BOTTOM = 30;
const HEAD_LINE = 16;
const HEAD_UP = 10;
const NARROW = 560;
const UNDER = 14;

export function drawZone(mark, kit) {
  const rows = records(mark.rows, { by: mark.by, names: mark.names, known: [mark.value] })
    .map((row, place) => ({ key: row[mark.by], value: row[mark.value], at: -place, words: mark.words[row[mark.by]] }));
  const { names, left, row } = namesThatFit(rows.map((one) => mark.names[one.key]), kit, 14, { row: mark.row });
  const beside = kit.width >= NARROW;
  return {
    data: [dots(rows, mark, kit)],
    layout: moving(layoutOf(kit, TOP + BOTTOM + row * Math.max(rows.length, 1), {
      left, right: beside ? textWidth(rows.map((row) => row.words), TICK_SIZE) + 20 : 16, top: TOP, bottom: BOTTOM,
    }, {
      xaxis: hiddenAxis({ range: [...mark.span] }),
      yaxis: nameAxis(kit, rows.map((row) => row.at), names, [-rows.length + 0.5, 0.5], { ticklabelstandoff: 7 }),
      shapes: [band(mark, kit), rule(mark.middle, { color: kit.colours.rule, width: 1 }), ...rows.map((row) => stem(row, mark, kit))],
      annotations: [...rows.map((row) => rowWords(row, beside, kit)), ...ticks(mark, kit), ...heads(mark, kit)],
    })),
  };
}

// Inside the zone a circle in ink, outside it a diamond in the colour of its side.
function dots(rows, { zone, names }, kit) {
  const isNear = ({ value }) => zone[0] <= value && value <= zone[1];
  return {
    type: "scatter", mode: "markers", x: rows.map((row) => row.value), y: rows.map((row) => row.at), ids: rows.map((row) => row.key),
    hoverinfo: "text", hovertext: rows.map((row) => `<b>${names[row.key]}</b><br>${row.words}`),
    marker: {
      size: 13, line: { color: kit.colours.paper, width: 1.5 }, symbol: rows.map((row) => (isNear(row) ? "circle" : "diamond")),
      color: rows.map((row) => (isNear(row) ? kit.colours.ink : kit.mark(row.value > zone[1] ? "women" : "men"))),
    },
  };
}

const band = ({ zone }, kit) => ({
  type: "rect", x0: zone[0], x1: zone[1], yref: "paper", y0: 0, y1: 1, layer: "below", fillcolor: kit.colours.panel, line: { width: 0 },
});

const stem = ({ value, at }, { middle }, kit) => ({
  type: "line", x0: middle, x1: value, y0: at, y1: at, layer: "below", line: { color: kit.colours.link, width: 3 },
});

// Beside the row, or on a narrow screen below its stem.
const rowWords = ({ words, at }, beside, kit) => note(words, kit.colours.ink, {
  xref: "paper", y: at, align: "left", xanchor: "left", ...(beside ? { x: 1, xshift: 12 } : { x: 0, yshift: -UNDER }),
});

const ticks = (mark, kit) => mark.ticks.map((tick) => note(kit.format.number(tick, mark.decimals), kit.colours.muted, {
  x: tick, yref: "paper", y: 0, yanchor: "top", yshift: -6,
}));

function heads({ middle, zone_label: label, sides }, kit) {
  const shared = { yref: "paper", y: 1, yanchor: "middle", yshift: HEAD_UP };
  return [
    // On a line of its own: in Kazakh it is wider than its band and would run into the words of the sides.
    note(label, kit.colours.muted, { ...shared, yshift: HEAD_UP + HEAD_LINE, x: middle }),
    note(sides[0], kit.text("men"), { ...shared, xref: "paper", x: 0, xanchor: "left" }),
    note(sides[1], kit.text("women"), { ...shared, xref: "paper", x: 1, xanchor: "right" }),
  ];
}
