// What charts with one row per thing share: names at the left, values in one column at the right, bars between them.
import { fitted, textWidth } from "../axis.js";
import { TICK_SIZE } from "../layout.js";

const NAME_ROOM = 275;
const NAME_PART = 0.46;
const TWO_LINES = 28;
export const NARROW = 560;

// How wide names may be: on a narrow screen at most so much that bars keep half of it.
export const nameRoom = (kit) => Math.min(NAME_ROOM, Math.floor(kit.width * NAME_PART));

// Names that fit, the margin they need, and the height of a row. Where a row is high enough a long name takes two lines; on a
// narrow screen rows become so high.
export function namesThatFit(names, kit, gap, { row = 0 } = {}) {
  const room = nameRoom(kit) - gap;
  const isLong = names.some((name) => textWidth([name]) > room);
  const high = isLong && kit.width < NARROW ? Math.max(row, TWO_LINES) : row;
  const lines = names.map((name) => (high >= TWO_LINES && textWidth([name]) > room ? halves(name) : [name]).map((line) => fitted(line, room)));
  return { names: lines.map((line) => line.join("<br>")), left: Math.min(textWidth(lines.flat()), room) + gap, row: high };
}

// A name in two lines, cut at the space nearest to its middle.
function halves(name) {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = spaces.sort((one, other) => Math.abs(one - name.length / 2) - Math.abs(other - name.length / 2))[0];
  return middle === undefined ? [name] : [name.slice(0, middle), name.slice(middle + 1)];
}

export const barTrace = (bars, more) => ({
  type: "bar", orientation: "h", x: bars.map((bar) => bar.value), y: bars.map((bar) => bar.at), ids: bars.map((bar) => bar.key),
  hovertext: bars.map((bar) => bar.hover), hoverinfo: "text", width: 0.72, ...more,
});

// Values right of the bars as one trace, because twenty annotations take five times as long to draw; they end at `x`.
export const valueColumn = (rows, x, kit) => ({
  type: "scatter", mode: "text", x: rows.map(() => x), y: rows.map((row) => row.at), text: rows.map((row) => row.words), textposition: "middle left",
  textfont: { size: TICK_SIZE, color: kit.colours.ink }, cliponaxis: false, hoverinfo: "skip",
});

// The scale of bars goes on behind them to where their values end, so many pixels from the edge: {left, right, range, end}.
export function withValues([low, high], left, room, edge, kit) {
  const unit = (high - low) / (kit.width - left - room);
  const end = high + (room - edge) * unit;
  return { left, right: edge, unit, range: [low, end], end, x: (value) => left + (value - low) / unit };
}

export const wordsRoom = (words, more) => textWidth(words.map((text) => text.replace(/<[^>]+>/g, "")), TICK_SIZE) + more;
