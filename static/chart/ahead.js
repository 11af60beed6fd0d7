// What a reader may choose next, held before it is chosen: it is answered in the frame of the click. The rerun
// that follows the click brings the server's answer, and that is the one that stays.
const tables = new Map();
const showers = new Map();

// A chart says under its key how it shows a set of parts, moving or still; it takes it back when it leaves.
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

// The widget and the place among its options of what was clicked: a switch, or the list that a field has opened. In a
// list that a reader has narrowed by typing an option keeps its number.
function clicked(target) {
  const radio = target.closest?.("[role=radio]");
  const option = target.closest?.("[role=option]");
  if (radio) {
    const group = radio.closest("[role=radiogroup]");
    return { widget: group, choice: [...group.querySelectorAll("[role=radio]")].indexOf(radio) };
  }
  const list = option?.closest("[role=listbox]")?.id;
  const field = list && document.querySelector(`input[aria-controls="${list}"]`);
  return { widget: field, choice: option?.dataset.key };
}

// `still`: what comes is another chart, not the same one moved to another year.
function anticipate({ widget, choice }, still) {
  for (const ahead of widget ? tables.values() : []) {
    if (!widget.closest(`.st-key-${ahead.widget}`) || !holds(ahead)) continue;
    show(ahead.choices[choice], still);
  }
}

// In the capturing phase, because the switch keeps its clicks to itself and a list is gone after them.
document.addEventListener("click", ({ target }) => anticipate(clicked(target), true), true);

// A slider says only to its own ends that it is moved, by pointer or by key: its years are read when they have changed.
new MutationObserver(([{ target }]) => {
  const widget = target.closest("[class*=st-key-choose_]");
  const years = [...(widget?.querySelectorAll("input[type=range]") ?? [])].map((end) => end.value);
  anticipate({ widget, choice: years.join("-") }, false);
}).observe(document.body, { subtree: true, attributeFilter: ["aria-valuetext"] });

// The first is on screen before the others are touched: it stands on top of the page, they mostly below its edge. Others
// that a further choice has overtaken are left out.
let latest;

function show(choice, still) {
  latest = choice;
  const [first, ...others] = Object.entries(choice ?? {}).map(([key, parts]) => () => showers.get(key)?.(parts, still));
  first?.();
  requestAnimationFrame(() => setTimeout(() => { if (latest === choice) others.forEach((each) => each()); }));
}
