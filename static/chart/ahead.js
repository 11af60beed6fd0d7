// What a reader may choose next, held before it is chosen: a switch is answered in the frame of the click. The rerun
// that follows the click brings the server's answer, and that is the one that stays.
const tables = new Map();
const showers = new Map();

// A chart says under its key how it shows a set of parts; it takes it back when it leaves.
export function answer(key, show) {
  showers.set(key, show);
  return () => { if (showers.get(key) === show) showers.delete(key); };
}

export function hold(ahead) {
  tables.set(ahead.widget, ahead);
}

// The choices were drawn for one address; where the page has other filters now, the server answers alone.
function holds({ address }) {
  const query = new URLSearchParams(location.search);
  return Object.entries(address).every(([name, codes]) => query.getAll(name).join() === codes.join());
}

// In the capturing phase, because the switch keeps its clicks to itself.
document.addEventListener("click", ({ target }) => {
  const group = target.closest?.("[role=radiogroup]");
  const place = [...(group?.querySelectorAll("[role=radio]") ?? [])].indexOf(target.closest("[role=radio]"));
  if (place < 0) return;
  for (const ahead of tables.values()) {
    if (group.closest(`.st-key-${ahead.widget}`) && holds(ahead)) requestAnimationFrame(() => show(ahead.choices[place]));
  }
}, true);

// The first is on screen before the others are touched: it stands on top of the page, they mostly below its edge.
function show(choice) {
  const [first, ...others] = Object.entries(choice ?? {}).map(([key, parts]) => () => showers.get(key)?.(parts));
  first?.();
  requestAnimationFrame(() => setTimeout(() => others.forEach((each) => each())));
}
