// Parts of a whole over years: stacked areas with their names at the right end.
import { fitted, LABEL_STEP, mostYears, spread, textWidth, tickDecimals, valueRange, valueTicks, yearTicks } from "../axis.js";
import { layoutOf, plainAxis, TICK_SIZE, valueAxis } from "../layout.js";
import { linesOf } from "../rows.js";
import { meaningsOf } from "../theme.js";

const TOP = 12;
const BOTTOM = 32;
const LABEL_ROOM = 280;
const LABEL_PART = 0.45;
// A year between gaps is drawn so wide.
const LONE_YEAR = 0.3;

export function drawStack(mark, kit) {
  const { keys, years, values } = whole(mark);
  if (!years.length) return { data: [], layout: layoutOf(kit, mark.height, {}) };
  const tops = years.map((_, at) => keys.reduce((sum, key) => sum + values[key][at], 0));
  const [low, high, step] = valueRange([0, mark.full ?? Math.max(...tops)], { zero: true });
  const ticks = valueTicks(low, high, step).map((value) => [value, kit.format.number(value, tickDecimals(step))]);
  const meanings = meaningsOf(keys, null, { ...mark.meanings, ...(mark.rest ? { [mark.rest]: "context" } : {}) });
  const labels = labelsOf(keys, values, meanings, mark, kit);
  const margins = {
    left: textWidth([ticks[0][1], ticks.at(-1)[1]], TICK_SIZE) + 14, right: textWidth(labels.map((label) => label.plain)) + 16, top: TOP, bottom: BOTTOM,
  };
  return {
    data: stretchesOf(years).flatMap((places) => keys.map((key) => part(key, places, years, values[key], meanings[key], mark, kit))),
    layout: layoutOf(kit, mark.height, margins, {
      xaxis: plainAxis(kit, { range: [years[0], Math.max(years.at(-1), years[0] + 1)], tickvals: yearTicks(years[0], years.at(-1), mostYears(9, kit.width - margins.left - margins.right)), tickformat: "d", fixedrange: true }),
      yaxis: valueAxis(kit, { range: [low, high], tickvals: ticks.map(([value]) => value), ticktext: ticks.map(([, words]) => words) }),
      annotations: labelNotes(labels, low, high, mark.height - TOP - BOTTOM), hoverdistance: 40,
    }),
  };
}

// The years in which every part is known, so that the stack never pretends a zero.
function whole({ rows, by, names }) {
  const lines = linesOf(rows, by);
  const keys = Object.keys(names).filter((key) => lines.has(key));
  const known = keys.map((key) => new Map(lines.get(key).map(({ year, value }) => [year, value])));
  const years = [...(known[0]?.keys() ?? [])].filter((year) => known.every((part) => part.has(year)));
  return { keys, years, values: Object.fromEntries(keys.map((key, place) => [key, years.map((year) => known[place].get(year))])) };
}

// The places of years that follow each other: a stack is never drawn over a year that lacks.
function stretchesOf(years) {
  const stretches = [];
  years.forEach((year, place) => {
    if (place && year - years[place - 1] === 1) stretches.at(-1).push(place);
    else stretches.push([place]);
  });
  return stretches;
}

function part(key, places, years, values, meaning, mark, kit) {
  const isLone = places.length === 1;
  const points = isLone ? [places[0], places[0]] : places;
  const words = (place) => `<b>${mark.names[key]}</b><br>${years[place]}: ${kit.format.value(values[place], mark.unit, mark.decimals)}`;
  return {
    type: "scatter", mode: "lines", stackgroup: String(places[0]), name: mark.names[key], meta: { key },
    x: points.map((place, at) => years[place] + (isLone ? (at - 0.5) * LONE_YEAR : 0)), y: points.map((place) => values[place]),
    line: { width: 0.8, color: kit.colours.paper }, fillcolor: kit.mark(meaning), hovertext: points.map(words), hoverinfo: "text",
  };
}

function labelsOf(keys, values, meanings, mark, kit) {
  const room = Math.min(LABEL_ROOM, kit.width * LABEL_PART);
  let below = 0;
  return keys.map((key) => {
    const last = values[key].at(-1);
    const written = kit.format.value(last, mark.unit, mark.decimals);
    const name = fitted(mark.names[key], room - textWidth([` ${written}`]) - 16);
    below += last;
    return { text: `${name} <b>${written}</b>`, plain: `${name} ${written}`, middle: below - last / 2, colour: kit.text(meanings[key]) };
  });
}

function labelNotes(labels, low, high, box) {
  const own = labels.map((label) => box * (1 - (label.middle - low) / (high - low)));
  const placed = spread(own, 0, box, LABEL_STEP);
  return labels.map((label, place) => ({
    xref: "paper", x: 1, xanchor: "left", xshift: 6, y: label.middle, yanchor: "middle", yshift: own[place] - placed[place],
    text: label.text, showarrow: false, align: "left", font: { color: label.colour },
  }));
}
