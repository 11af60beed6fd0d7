// Several measures of each row beside each other: a column of bars per measure on one scale, the value behind each bar.
import { fitted, textWidth } from "../axis.js";
import { hiddenAxis, layoutOf, moving, nameAxis, note, TICK_SIZE } from "../layout.js";
import { records } from "../rows.js";
import { meaningsOf } from "../theme.js";
import { barTrace, namesThatFit } from "./rows_of_bars.js";

const HEAD = 24;
const BOTTOM = 6;
const RIGHT = 6;
const NAME_GAP = 10;
const VALUE_GAP = 5;
const COLUMN_GAP = 14;
const LEAST_ROOM = 8;
const ESTIMATE = "E";

export function drawAbreast(mark, kit) {
  const parts = Object.entries(mark.parts);
  const rows = records(mark.rows, { by: mark.by, names: mark.names, known: parts.map(([part]) => part) });
  const { names, left, row } = namesThatFit(rows.map((one) => mark.names[one[mark.by]]), kit, NAME_GAP, { row: mark.row });
  const words = rows.map((one) => parts.map(([part]) => kit.format.value(one[part], mark.unit, mark.decimals)));
  const width = kit.width - left - RIGHT;
  const column = width / parts.length;
  const room = Math.max(column - textWidth(words.flat(), TICK_SIZE) - VALUE_GAP - COLUMN_GAP, LEAST_ROOM);
  const scale = room / (Math.max(0, ...rows.flatMap((one) => parts.map(([part]) => one[part]))) || 1);
  const meanings = meaningsOf(rows.map((one) => one[mark.by]), mark.chosen, mark.meanings, "quiet");
  const bars = parts.map(([part], place) => rows.map((one, number) => ({
    key: one[mark.by], value: one[part] * scale, base: place * column, at: -number, words: words[number][place],
    colour: kit.mark(meanings[one[mark.by]]), isEstimate: one.obs_status === ESTIMATE && mark.estimates.includes(part), hover: hoverOf(one, words[number], parts, mark),
  })));
  return {
    data: [...bars.map((column) => barsTrace(column, kit)), valuesTrace(bars.flat(), kit)],
    layout: moving(layoutOf(kit, HEAD + BOTTOM + row * Math.max(rows.length, 1), { left, right: RIGHT, top: HEAD, bottom: BOTTOM }, {
      // Beside each other by their places, not as a group that shares one row.
      barmode: "overlay", xaxis: hiddenAxis({ range: [0, width] }),
      yaxis: nameAxis(kit, rows.map((_, number) => -number), names, [-rows.length + 0.5, 0.5]),
      annotations: parts.map(([, heading], place) => headingNote(fitted(heading, column - COLUMN_GAP), place * column, kit)),
    })),
  };
}

const hoverOf = (one, words, parts, mark) =>
  `<b>${mark.names[one[mark.by]]}</b><br>${parts.map(([, heading], place) => `${heading}: ${words[place]}`).join("<br>")}`;

const barsTrace = (bars, kit) => barTrace(bars, {
  base: bars.map((bar) => bar.base),
  showlegend: false, marker: {
    color: bars.map((bar) => (bar.isEstimate ? kit.colours.paper : bar.colour)),
    line: { color: bars.map((bar) => bar.colour), width: bars.map((bar) => (bar.isEstimate ? 1.6 : 0)) },
  },
});

const valuesTrace = (bars, kit) => ({
  type: "scatter", mode: "text", x: bars.map((bar) => bar.base + bar.value + VALUE_GAP), y: bars.map((bar) => bar.at), text: bars.map((bar) => bar.words),
  textposition: "middle right", textfont: { size: TICK_SIZE, color: kit.colours.ink }, cliponaxis: false, hoverinfo: "skip",
});

const headingNote = (words, x, kit) => note(`<b>${words}</b>`, kit.colours.ink, { x, yref: "paper", y: 1, yanchor: "middle", yshift: HEAD / 2, xanchor: "left" });
