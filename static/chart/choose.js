// What a reader chooses with the controls of the page is cut out of the rows that are here, in the frame of the choice.
// The rerun that follows brings the server's answer: the words, and the last say.
const controls = new Map();
const cards = new Set();

// How long a click may go without a word to the server before it counts as one that changed nothing.
const PATIENCE = 1500;
let unheard;

// The controls of an element of the page, by address name; without them the element has none any more.
export function tell(key, told) {
  if (told) controls.set(key, told);
  else controls.delete(key);
}

// A card says that it follows choices, and takes it back by calling what it gets.
export function follow(card) {
  cards.add(card);
  return () => cards.delete(card);
}

// Something was said to the server: an answer will come.
export const heard = () => clearTimeout(unheard);

// Codes as they count: a control from which nothing was chosen stands at its default.
export function effective(name, codes = []) {
  const told = [...controls.values()].find((known) => name in known)?.[name];
  return codes.length ? codes : [told?.default ?? []].flat();
}

function controlAround(node) {
  for (const [name, control] of [...controls.values()].flatMap(Object.entries)) {
    const widget = node.closest(`.st-key-${control.widget}`);
    if (widget) return { name, control, widget };
  }
  return null;
}

// `still`: what comes is another chart, not the same one moved to another year.
function choose(name, codes, still) {
  const following = [...cards].filter((card) => card.follows(name));
  following.forEach((card) => card.anticipate({ ...card.choice, [name]: codes }, { still }));
  return following.length > 0;
}

function chosenNow(name) {
  return [...cards].find((card) => card.follows(name))?.choice[name] ?? [];
}

// --- clicks and keys ---

// A list that was opened lies elsewhere in the document; its field says which it is. In a list that a reader has narrowed
// by typing an option keeps its number.
function fieldOf(option) {
  const list = option.closest("[role=listbox]")?.id;
  return list && document.querySelector(`input[aria-controls="${list}"]`);
}

const placeOf = (radio) => [...radio.parentElement.querySelectorAll("[role=radio]")].indexOf(radio);
const without = (codes, place) => codes.filter((_, at) => at !== place);

// What the codes of a control become when a part of its widget is clicked; null where they stay.
function codesAfter(part, { kind, options, default: usual, most }, chosen) {
  const cleared = (codes) => (codes.length ? codes : usual);
  const option = part.closest("[role=option]");
  if (option) {
    const code = options[Number(option.dataset.key)];
    if (kind === "list") return [code];
    return chosen.includes(code) || chosen.length >= (most ?? Infinity) ? null : [...chosen, code];
  }
  const radio = part.closest("[role=radio]");
  if (radio) return [options[placeOf(radio)]];
  const button = part.closest("button:not([aria-haspopup])");
  if (kind !== "lists" || !button) return null;
  const tag = button.closest("[data-tag-index]");
  return cleared(tag ? without(chosen, Number(tag.dataset.tagIndex)) : []);
}

function act(part) {
  const field = part.closest("[role=option]") ? fieldOf(part.closest("[role=option]")) : part;
  const found = field && controlAround(field);
  const codes = found && codesAfter(part, found.control, chosenNow(found.name));
  if (!codes || !choose(found.name, codes, true)) return;
  heard();
  unheard = setTimeout(() => cards.forEach((card) => card.isAhead && card.show(card.payload)), PATIENCE);
}

// In the capturing phase, because a switch keeps its clicks to itself and a list is gone after them.
document.addEventListener("click", ({ target }) => act(target), true);

// A field takes the marked option by Enter and loses its last one by Backspace.
document.addEventListener("keydown", ({ key, target }) => {
  if (target.role !== "combobox") return;
  if (key === "Enter") {
    const marked = document.getElementById(target.getAttribute("aria-activedescendant") ?? "");
    if (marked) act(marked);
  } else if (key === "Backspace" && !target.value) {
    const last = [...target.parentElement.querySelectorAll("[data-tag-index] button")].at(-1);
    if (last) act(last);
  }
}, true);

// --- sliders, and switches moved by key: read when they have changed ---

const rangesOf = (widget) => [...widget.querySelectorAll("input[type=range]")].map((end) => Number(end.value));
const READ = {
  slider: rangesOf,
  // The whole span is no choice.
  span: (widget, { ends }) => (String(rangesOf(widget)) === String(ends) ? [] : rangesOf(widget)),
  segments: (widget, { options }) => [options[placeOf(widget.querySelector("[role=radio][aria-checked=true]"))]],
  several: (widget, { options }) => options.filter((_, place) => widget.querySelectorAll("button")[place]?.ariaPressed === "true"),
};

// A widget that the server has set says nothing of the reader.
const isTouched = (widget) => widget.matches(":focus-within, :active");

function read({ target }) {
  const found = controlAround(target);
  const reading = found && isTouched(found.widget) && READ[found.control.kind];
  if (reading) choose(found.name, reading(found.widget, found.control), found.control.kind === "segments");
}

new MutationObserver((changes) => changes.filter(({ target }) => target.ariaChecked !== "false").forEach(read))
  .observe(document.body, { subtree: true, attributeFilter: ["aria-valuetext", "aria-checked", "aria-pressed"] });
