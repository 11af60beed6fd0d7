// Regions as equal tiles in their rough places: the cities are as large as the steppe.
import places from "../../geo/places.json" with { type: "json" };
import { fitted } from "../axis.js";
import { legendOf } from "../classes.js";
import { hiddenAxis, layoutOf } from "../layout.js";
import { cellTrace } from "./grid.js";
import { outlineOf, twoLines } from "./region_looks.js";

const COLUMNS = [-0.5, 5.5];
const ROWS = [4.5, -0.5];
const LONGEST_LINE = 12;
const NARROW = 560;
const SIZE = 11;
const SMALL = 9;

export function drawTiles(mark, { of, codes }, kit) {
  const regions = codes.filter((code) => code in places.tiles).map(of);
  const legend = legendOf(mark, regions.filter((region) => !region.hatch).map((region) => region.value), regions.map((region) => region.fill), 8, kit);
  const isNarrow = kit.width < NARROW;
  const room = kit.width / (COLUMNS[1] - COLUMNS[0]) - (isNarrow ? 4 : 8);
  const size = isNarrow ? SMALL : SIZE;
  return {
    data: [cellTrace(regions.map((region) => cell(region, room, size, mark, kit)), kit, { wordSize: size })],
    layout: layoutOf(kit, mark.height, { left: 0, right: 0, top: 4, bottom: legend.height }, {
      bargap: 0, xaxis: hiddenAxis({ range: COLUMNS }), yaxis: hiddenAxis({ range: ROWS }), shapes: legend.shapes, annotations: legend.notes,
    }),
  };
}

function cell(region, room, size, mark, kit) {
  const [row, column] = places.tiles[region.code];
  const line = outlineOf(region, mark, kit);
  const name = twoLines(region.short, LONGEST_LINE).map((words) => fitted(words, room, size));
  return { ...region, key: region.code, x: column, y: row, words: `${name.join("<br>")}<br><b>${region.written}</b>`, ...(line ? { line } : {}) };
}
