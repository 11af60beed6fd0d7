// Which years have a value for the country and for how many regions: two rows of marks, gaps left open.
import { mostYears, textWidth, yearTicks } from "../axis.js";
import { layoutOf, plainAxis, TICK_SIZE } from "../layout.js";
import { records } from "../rows.js";

const REGION_ROW = 0;
const COUNTRY_ROW = 1.35;

export function drawYearsHeld(mark, kit) {
  const rows = records(mark.rows);
  const names = [mark.national, mark.regions];
  const left = textWidth(names, TICK_SIZE) + 12;
  const [first, last] = [rows[0]?.time_period, rows.at(-1)?.time_period];
  return {
    data: [countries(rows.filter((row) => row.has_national), kit), regions(rows, kit)],
    layout: layoutOf(kit, mark.height, { left, top: 4, bottom: 24 }, {
      barmode: "overlay",
      xaxis: plainAxis(kit, {
        range: [first - 0.6, last + 0.6], tickvals: yearTicks(first, last, mostYears(9, kit.width - left)), tickformat: "d", fixedrange: true,
      }),
      yaxis: plainAxis(kit, { range: [-0.05, COUNTRY_ROW + 0.35], tickvals: [COUNTRY_ROW, REGION_ROW + 0.5], ticktext: names, fixedrange: true }),
    }),
  };
}

const countries = (rows, kit) => ({
  type: "scatter", mode: "markers", x: rows.map((row) => row.time_period), y: rows.map(() => COUNTRY_ROW),
  marker: { symbol: "square", size: 9, color: kit.mark("country") }, hoverinfo: "text", hovertext: rows.map((row) => row.words),
});

const regions = (rows, kit) => ({
  type: "bar", x: rows.map((row) => row.time_period), y: rows.map((row) => Math.min(row.share_regions ?? 0, 1)), width: 0.72,
  marker: { color: kit.colours.accent }, hovertext: rows.map((row) => row.words), hoverinfo: "text",
});
