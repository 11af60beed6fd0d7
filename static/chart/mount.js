// Entry of the chart component. Called by Streamlit on every rerun with the same parent element: the card is built
// once, afterwards only what differs is changed, and the chart's node is never replaced.
const version = new URL(import.meta.url).search;
const from = (name) => import(new URL(name + version, import.meta.url).href);

// The page's document announces the drawing library where charts come first; elsewhere the first chart asks for it.
const announced = document.querySelector("link[rel=preload][href*=plotly]");
const plotly = () => (window.sdgPlotly ??= new Promise((done, failed) => {
  const library = document.createElement("script");
  library.src = new URL("../plotly/plotly-basic-4.1.1.min.js", import.meta.url).href;
  library.onload = () => done(window.Plotly);
  library.onerror = failed;
  document.head.append(library);
}));
if (announced) plotly();

// All asked for at once, so that modules which need others do not ask for them one after another.
const style = addStyle();
["./dom.js", "./draw.js", "./keyboard.js", "./foot.js", "./queue.js"].forEach(from);
const [{ Card }, { Sheet }, { answer, hold }, palette] = await Promise.all([
  from("./card.js"),
  from("./sheet.js"),
  from("./ahead.js"),
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

function assembled(parts) {
  const digests = Object.values(parts);
  if (!digests.every((digest) => texts.has(digest))) return null;
  return Object.fromEntries(Object.entries(parts).flatMap(([name, digest]) =>
    ["figure", "sheet"].includes(name) ? [[name, texts.get(digest)]] : Object.entries(texts.get(digest))));
}

// A part that several charts share travels with one of them, whose message may be read later: a chart that misses a part
// tries again after each message. What is missing after a while is asked for by one chart at a time, because Streamlit
// answers only one of several requests that come from different fragments at once.
const PATIENCE = 700;
const incomplete = new Map();
let asking, asked = 0;

function settle(held, component, message) {
  const payload = assembled(message.parts);
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

// Shows parts that were sent ahead; an opened panel belongs to the server's answer, so such a card waits for that.
function anticipate(held, parts) {
  const payload = assembled(parts);
  if (payload && held.payload && !held.payload.panel) held.card.show(payload, { still: true });
}

function made(parent, { parts }) {
  if (parts.sheet) return new Sheet(parent);
  plotly();
  return new Card(parent, palette);
}

function take(held, component, message) {
  if (message.ahead) {
    hold(message.ahead);
    return;
  }
  if (!held.card) {
    held.card = made(component.parentElement, message);
    held.silence = answer(message.key, (parts) => anticipate(held, parts));
  }
  held.card.send = component;
  settle(held, component, message);
  for (const [other, { component: its, message: earlier }] of [...incomplete]) {
    if (other !== held) settle(other, its, earlier);
  }
}

export async function mount(component) {
  const { parentElement, data } = component;
  const held = cards.get(parentElement) ?? { bytes: null, turn: 0 };
  cards.set(parentElement, held);
  const turn = ++held.turn;
  if (!same(held.bytes, data)) {
    const message = await unpack(data);
    // Kept even when a newer message has overtaken this one: later messages count on its parts.
    keep(message.texts);
    if (turn !== held.turn) return undefined;
    held.bytes = data.slice();
    take(held, component, message);
  } else if (held.payload) {
    held.card.send = component;
    held.card.show(held.payload);
  }
  return () => {
    incomplete.delete(held);
    held.silence?.();
    held.card?.remove();
    cards.delete(parentElement);
  };
}
