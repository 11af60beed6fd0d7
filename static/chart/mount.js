// Entry of the chart component. Called by Streamlit on every rerun with the same parent element: the card is built
// once, afterwards only what differs is changed, and the chart's node is never replaced.
const version = new URL(import.meta.url).search;
const from = (name) => import(new URL(name + version, import.meta.url).href);
const [{ Card }, palette] = await Promise.all([
  from("./card.js"),
  fetch(new URL("./palette.json" + version, import.meta.url)).then((answer) => answer.json()),
]);

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
    const [payload] = await Promise.all([unpack(data), addStyle()]);
    if (turn !== held.turn) return undefined;
    held.bytes = data.slice();
    held.payload = payload;
  }
  await held.card.show(held.payload);
  return () => {
    held.card.remove();
    cards.delete(parentElement);
  };
}
