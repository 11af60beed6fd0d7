// Entry of the chart component. Called by Streamlit on every rerun with the same parent element: the card is built
// once, afterwards only what differs is changed, and the chart's node is never replaced.
const version = new URL(import.meta.url).search;
const from = (name) => import(new URL(name + version, import.meta.url).href);

window.sdgPlotly ??= new Promise((done, failed) => {
  const library = document.createElement("script");
  library.src = new URL("../plotly/plotly-basic-4.1.1.min.js", import.meta.url).href;
  library.onload = () => done(window.Plotly);
  library.onerror = failed;
  document.head.append(library);
});

// All asked for at once, so that modules which need others do not ask for them one after another.
const style = addStyle();
["./dom.js", "./draw.js", "./keyboard.js", "./foot.js", "./queue.js"].forEach(from);
const [{ Card }, palette] = await Promise.all([
  from("./card.js"),
  fetch(new URL("./palette.json" + version, import.meta.url)).then((answer) => answer.json()),
  style,
]);

const PARTS_KEPT = 1000;
const texts = new Map();
const cards = new WeakMap();

// Small messages are plain and read at once, large ones are deflated.
function unpack(bytes) {
  return bytes[0] === "{".charCodeAt(0) ? JSON.parse(new TextDecoder().decode(bytes)) : inflated(bytes);
}

async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

function same(one, other) {
  return one?.length === other.length && one.every((byte, index) => byte === other[index]);
}

function addStyle() {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("./chart.css" + version, import.meta.url).href;
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

// The parts of a chart: new ones come with the message, the others are held from earlier ones. Equal digests give the
// same objects, so that what did not change is recognised without comparing it.
function keep(brought) {
  for (const [digest, text] of Object.entries(brought)) {
    const held = texts.get(digest) ?? text;
    texts.delete(digest);
    texts.set(digest, held);
    if (texts.size > PARTS_KEPT) texts.delete(texts.keys().next().value);
  }
}

function assembled({ parts }) {
  const digests = Object.values(parts);
  if (!digests.every((digest) => texts.has(digest))) return null;
  return Object.fromEntries(Object.entries(parts).flatMap(([name, digest]) =>
    name === "figure" ? [[name, texts.get(digest)]] : Object.entries(texts.get(digest))));
}

// A part that several charts share travels with one of them, whose message may be read later: a chart that misses a part
// tries again after each message. What is missing after a while is asked for by one chart at a time, because Streamlit
// answers only one of several requests that come from different fragments at once.
const PATIENCE = 700;
const incomplete = new Map();
let asking, asked = 0;

function settle(held, component, message) {
  const payload = assembled(message);
  if (!payload) {
    incomplete.set(held, { component, message });
    asking ??= setTimeout(ask, PATIENCE);
    return;
  }
  incomplete.delete(held);
  const known = JSON.stringify(message.parts);
  if (known !== held.known) Object.assign(held, { payload, known });
  held.card.show(held.payload);
}

function ask() {
  asking = undefined;
  const [held, waiting] = incomplete.entries().next().value ?? [];
  if (!held) return;
  incomplete.delete(held);
  incomplete.set(held, waiting);
  waiting.component.setTriggerValue("missing", ++asked);
  asking = setTimeout(ask, 3 * PATIENCE);
}

export async function mount(component) {
  const { parentElement, data } = component;
  let held = cards.get(parentElement);
  if (!held) {
    held = { card: new Card(parentElement, palette), bytes: null, turn: 0 };
    cards.set(parentElement, held);
  }
  held.card.send = component;
  const turn = ++held.turn;
  if (!same(held.bytes, data)) {
    const message = await unpack(data);
    // Kept even when a newer message has overtaken this one: later messages count on its parts.
    keep(message.texts);
    if (turn !== held.turn) return undefined;
    held.bytes = data.slice();
    settle(held, component, message);
    for (const [other, { component: its, message: earlier }] of [...incomplete]) {
      if (other !== held) settle(other, its, earlier);
    }
  } else if (held.payload) held.card.show(held.payload);
  return () => {
    incomplete.delete(held);
    held.card.remove();
    cards.delete(parentElement);
  };
}
