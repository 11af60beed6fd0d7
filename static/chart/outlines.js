// The outlines of regions by layout (borders of a time), fetched once when a map first needs one of them.
import { addressOf } from "./address.js";

const LAYOUTS = ["2022", "2018", "pre2018"];
const asked = new Map();
const held = new Map();

export const outlinesOf = (layout) => held.get(layout);

export function fetchOutlines(layout) {
  if (!asked.has(layout)) {
    const fetched = fetch(addressOf(`geo/outlines_${layout}.json`)).then((answer) => answer.json());
    asked.set(layout, fetched.then((shapes) => held.set(layout, shapes)));
  }
  return asked.get(layout);
}

// Other years have other borders: where a map is shown, the next choice may ask for any of them.
export const fetchAllOutlines = () => LAYOUTS.forEach(fetchOutlines);
