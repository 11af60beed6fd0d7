// From columns to rows and to the points of lines: sorted, known values only, cut where a line may not go on.
import { rowCount } from "./cut.js";

export const isKnown = (value) => value !== null && value !== undefined && !Number.isNaN(value);

// The rows as objects, those of named things alone, with a value in each of the given columns.
export function records(rows, { by, names, known = [] } = {}) {
  const columns = Object.entries(rows);
  const made = Array.from({ length: rowCount(rows) }, (_, place) =>
    Object.fromEntries(columns.map(([name, column]) => [name, column[place]])));
  return made.filter((row) => (!names || row[by] in names) && known.every((name) => isKnown(row[name])));
}

// The points of each line by the column `by`, in the order of years: {year, value, segment, status}.
export function linesOf(rows, by) {
  const lines = new Map();
  rows[by]?.forEach((key, place) => {
    const value = rows.obs_value[place];
    if (!isKnown(value)) return;
    const point = { year: rows.time_period[place], value, segment: rows.segment?.[place] ?? 0, status: rows.obs_status?.[place] ?? "A" };
    if (lines.has(key)) lines.get(key).push(point);
    else lines.set(key, [point]);
  });
  for (const points of lines.values()) points.sort((one, other) => one.year - other.year);
  return lines;
}

// The points with null where the line is cut: at a missing year and between segments.
export function withGaps(points) {
  return points.flatMap((point, place) => {
    const before = points[place - 1];
    const cut = before && (point.year - before.year > 1 || point.segment !== before.segment);
    return cut ? [null, point] : [point];
  });
}

export function yearsOf(lines) {
  const years = lines.flatMap((points) => [points[0].year, points.at(-1).year]);
  return [Math.min(...years), Math.max(...years)];
}
