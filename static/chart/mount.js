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

const [{ Card }, palette] = await Promise.all([
  from("./card.js"),
  fetch(new URL("./palette.json" + version, import.meta.url)).then((answer) => answer.json()),
]);

const PARTS_KEPT = 1000;
const texts = new Map();
const cards = new WeakMap();
let style;

async function unpack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

function same(one, other) {
  return one?.length === other.length && one.every((byte, index) => byte === other[index]);
}

function addStyle() {
  style ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("./chart.css" + version, import.meta.url).href;
    link.onload = link.onerror = done;
    document.head.append(link);
  });
  return style;
}

// The parts of a chart: new ones come with the message, the others are held from earlier ones.
function assembled({ parts, texts: brought }) {
  for (const [digest, text] of Object.entries(brought)) {
    texts.delete(digest);
    texts.set(digest, text);
    if (texts.size > PARTS_KEPT) texts.delete(texts.keys().next().value);
  }
  const digests = Object.values(parts);
  if (!digests.every((digest) => texts.has(digest))) return null;
  return Object.fromEntries(Object.entries(parts).flatMap(([name, digest]) =>
    name === "figure" ? [[name, texts.get(digest)]] : Object.entries(texts.get(digest))));
}

// A part that several charts share comes with the first of them, whose message may still be unpacking: wait for it.
const PATIENCE = 600, STEP = 20;

async function completed(message) {
  for (let waited = 0; ; waited += STEP) {
    const payload = assembled(message);
    if (payload || waited >= PATIENCE) return payload;
    await new Promise((done) => setTimeout(done, STEP));
  }
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
    const [message] = await Promise.all([unpack(data), addStyle()]);
    const bytes = data.slice();
    const payload = await completed(message);
    if (turn !== held.turn) return undefined;
    held.bytes = payload ? bytes : null;
    if (payload) held.payload = payload;
    else component.setTriggerValue("missing", held.turn);
  }
  if (held.payload) await held.card.show(held.payload);
  return () => {
    held.card.remove();
    cards.delete(parentElement);
  };
}
