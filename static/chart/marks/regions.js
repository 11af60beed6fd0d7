// Regions filled by class: which class, what a hover says, what is printed. As a map or as tiles.
import { HATCHES, tokensOf, classOf, writtenNumber } from "../classes.js";
import { isKnown, records } from "../rows.js";
import { drawMap } from "./map.js";
import { drawTiles } from "./tiles.js";

export function drawRegions(mark, kit) {
  const rows = new Map(records(mark.rows).map((row) => [row.ref_area, row]));
  const layout = layoutOfRows(mark.rows);
  const draw = mark.form === "map" ? drawMap : drawTiles;
  return draw(mark, { layout, of: (code) => regionOf(code, rows.get(code), mark, kit), codes: [...rows.keys()] }, kit);
}

// The borders that rows are about; one year has one of them.
export const layoutOfRows = (rows) => rows.layout?.find(isKnown) ?? "2022";

export const layoutsOfRows = (rows) => [...new Set(rows.layout)].filter(isKnown);

function regionOf(code, row, mark, kit) {
  const value = row?.[mark.value];
  const name = mark.names[code] ?? code;
  const short = (mark.labels ?? mark.names)[code] ?? code;
  if (!isKnown(value)) {
    const fill = row?.missing in HATCHES ? row.missing : "no_data";
    return { code, fill, hatch: HATCHES[fill], value: null, short, written: "", hover: `<b>${name}</b><br>${row?.note || kit.format.words[fill]}` };
  }
  const write = mark.classes.palette === "diverging" ? "change" : "value";
  return {
    code, value, short, fill: tokensOf(mark.classes)[classOf(mark.classes, value)], written: writtenNumber(value, mark.classes, mark.decimals, kit.format),
    hover: `<b>${name}</b><br>${kit.format[write](value, mark.unit, mark.decimals)}${kit.format.flag(row.obs_status)}`,
  };
}
