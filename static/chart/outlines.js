// The outlines of regions by layout (borders of a time), fetched once when a map first needs one of them.
import { addressOf } from "./address.js";

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

// Other years have other borders. What a choice may ask for next is fetched when the reader first touches the page, which
// a first visit need not wait for.
const touched = new Promise((done) => {
  for (const kind of ["pointermove", "pointerdown", "keydown"]) document.addEventListener(kind, done, { once: true, capture: true });
});

export const fetchWhenTouched = (layouts) => touched.then(() => layouts.forEach(fetchOutlines));
