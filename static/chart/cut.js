// Cuts the drawn rows out of all that a chart can reach: the twin of `cut` in `queries/rows.py`.
// Rows are columns of one length by name; a choice has the chosen codes by address name.
export function rowCount(rows) {
  return Object.values(rows)[0]?.length ?? 0;
}

export function rowsAt(rows, places) {
  return Object.fromEntries(Object.entries(rows).map(([name, column]) => [name, places.map((place) => column[place])]));
}

const holding = (column, codes, places) => {
  const wanted = new Set(codes);
  return places.filter((place) => wanted.has(column[place]));
};

const PASSING = {
  fixed: ({ codes }, column, places) => holding(column, codes, places),
  chosen: ({ name, always }, column, places, choice) => holding(column, [...always, ...(choice[name] ?? [])], places),
  within: ({ name }, column, places, choice) => {
    const ends = choice[name];
    return ends?.length ? places.filter((place) => ends[0] <= column[place] && column[place] <= ends.at(-1)) : places;
  },
  newest: ({ name, of }, column, places, choice, rows) => {
    const last = choice[name]?.at(-1) ?? Infinity;
    const counted = places.filter((place) => (!of || rows[of[0]][place] === of[1]) && column[place] <= last);
    const newest = counted.reduce((most, place) => (most === null || column[place] > most ? column[place] : most), null);
    return places.filter((place) => column[place] === newest);
  },
};

export function cut(rows, filters, choice) {
  const all = Array.from({ length: rowCount(rows) }, (_, place) => place);
  const passing = (places, item) => PASSING[item.kind](item, rows[item.column], places, choice, rows);
  return filters.length ? rowsAt(rows, filters.reduce(passing, all)) : rows;
}
