// Entry of the chart component. Called by Streamlit on every rerun with the same parent element: a board and its cards
// are built once, afterwards only what differs is changed, and a chart's node is never replaced.
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
["./dom.js", "./draw.js", "./keyboard.js", "./foot.js"].forEach(from);
const [{ Board }, { Card }, { Sheet }, { answer, hold }, { frame, idle, onScreen }, palette] = await Promise.all([
  from("./board.js"),
  from("./card.js"),
  from("./sheet.js"),
  from("./ahead.js"),
  from("./queue.js"),
  fetch(new URL("./palette.json" + version, import.meta.url)).then((answer) => answer.json()),
  style,
]);

const PARTS_KEPT = 2000;
const texts = new Map();
const boards = new WeakMap();
const byKey = new Map();

// A message begins with a mark, the length of its key in one byte and of its body in four, and the key
// (`pages/parts/streamlit/component.py`). Small bodies are plain and read at once, large ones are deflated.
const MARK = [0xf8, 0x73, 0x64, 0x67, 0xfc];

function opened(bytes, at = 0) {
  const lengths = new DataView(bytes.buffer, bytes.byteOffset + at + MARK.length, 5);
  const start = at + MARK.length + 5;
  const body = start + lengths.getUint8(0);
  const end = body + lengths.getUint32(1, true);
  const key = String.fromCharCode(...bytes.subarray(start, body));
  return { key, body: bytes.subarray(body, end), whole: bytes.subarray(at, end) };
}

function unpack(message) {
  const { body } = opened(message);
  return body[0] === "{".charCodeAt(0) ? JSON.parse(new TextDecoder().decode(body)) : inflated(body);
}

// Written and read by hand, because a stream made of a blob or a response comes back only after other tasks.
async function inflated(bytes) {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  writer.write(bytes);
  writer.close();
  const reader = readable.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += decoder.decode(piece.value, { stream: true });
  }
  return JSON.parse(text);
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

// A part that several boards share travels with one of them, whose message may be read later: a board that misses a part
// tries again after each message. What is missing after a while is asked for by one board at a time, because Streamlit
// answers only one of several requests that come from different fragments at once.
const PATIENCE = 700;
const incomplete = new Set();
let asking, asked = 0;

function ask() {
  asking = undefined;
  const [board] = incomplete;
  if (!board) return;
  incomplete.delete(board);
  incomplete.add(board);
  board.component.setTriggerValue("missing", ++asked);
  asking = setTimeout(ask, 3 * PATIENCE);
}

// How long an answer that differs from what a reader has chosen since waits for the answer to that choice.
const OVERTAKEN = 500;

// One element of the page as Streamlit knows it: its message as it came last, and its cards by key.
class Mounted {
  constructor(parent) {
    this.parent = parent;
    this.turn = 0;
    this.cards = new Map();
    this.early = [];
  }

  // Whether a message was seen before Streamlit handed it over; with it go those before it, which Streamlit may leave out.
  knows(bytes) {
    const place = this.early.findIndex((seen) => same(seen, bytes));
    this.early.splice(0, place + 1);
    return place >= 0;
  }

  take(message) {
    if (message.ahead) {
      hold(message.ahead);
      this.settleOthers();
      return;
    }
    this.message = message;
    this.key = opened(this.bytes).key;
    byKey.set(this.key, this);
    this.board ??= new Board(this.parent);
    for (const key of this.cards.keys()) if (!(key in message.cards)) this.drop(key);
    this.settle();
    this.settleOthers();
  }

  // What came with one message may be what others still miss.
  settleOthers() {
    for (const other of [...incomplete]) if (other !== this) other.settle();
  }

  get onScreen() {
    return onScreen(this.board.root);
  }

  // Shows how the cards stand and every card whose parts are all here.
  settle() {
    const { rows, cards } = this.message;
    if (texts.has(rows)) this.board.arrange(texts.get(rows));
    const shown = Object.entries(cards).map(([key, parts]) => this.show(key, parts));
    const whole = texts.has(rows) && shown.every(Boolean);
    if (whole) {
      incomplete.delete(this);
    } else {
      incomplete.add(this);
      asking ??= setTimeout(ask, PATIENCE);
    }
  }

  show(key, parts) {
    const known = JSON.stringify(parts);
    const held = this.cards.get(key);
    if (held?.known === known && !held.ahead) return true;
    const payload = assembled(parts);
    if (!payload) return false;
    const card = held ?? this.add(key, parts);
    if (card.known !== known) Object.assign(card, { payload, known });
    clearTimeout(card.waiting);
    // What was shown ahead of the server gives way to its answer; an answer to an earlier choice would flash up.
    if (card.ahead && card.ahead !== known) card.waiting = setTimeout(() => this.reveal(card), OVERTAKEN);
    else this.reveal(card);
    return true;
  }

  reveal(card) {
    card.ahead = null;
    card.made.show(card.payload);
  }

  add(key, parts) {
    const card = { made: this.make(key, parts) };
    card.silence = answer(key, (ahead, still) => this.anticipate(card, ahead, still));
    this.cards.set(key, card);
    return card;
  }

  make(key, parts) {
    if (parts.sheet) return new Sheet(this.board.cell(key));
    plotly();
    return new Card(this.board.cell(key), palette, (name, value) => this.send(key, name, value));
  }

  // Shows parts that were sent ahead; an opened panel belongs to the server's answer, so such a card waits for that.
  anticipate(card, parts, still) {
    const payload = assembled(parts);
    if (!payload || card.payload.panel) return;
    clearTimeout(card.waiting);
    const shown = JSON.stringify(parts);
    card.ahead = shown === card.known ? null : shown;
    card.made.show(payload, { still });
  }

  // Panels stay open until they are closed; everything else is said once.
  send(key, name, value) {
    if (name === "panel") {
      this.panels = { ...this.panels, [key]: value };
      this.component.setStateValue("panel", this.panels);
    } else {
      this.component.setTriggerValue(name, { card: key, ...value });
    }
  }

  // After a change of theme every card looks whether it is drawn in the right colours.
  again() {
    for (const { made, payload, ahead } of this.cards.values()) if (payload && !ahead) made.show(payload);
  }

  drop(key) {
    const card = this.cards.get(key);
    clearTimeout(card.waiting);
    card.silence();
    card.made.remove();
    this.cards.delete(key);
    this.board.forget(key);
  }

  remove() {
    incomplete.delete(this);
    for (const key of [...this.cards.keys()]) this.drop(key);
    boards.delete(this.parent);
    if (byKey.get(this.key) === this) byKey.delete(this.key);
  }
}

async function receive(board, bytes) {
  const turn = ++board.turn;
  board.bytes = bytes.slice();
  // What may be chosen next is read when all that was asked for is shown.
  if (opened(bytes).key.startsWith("ahead_")) await idle();
  const message = await unpack(board.bytes);
  // Kept even when a newer message has overtaken this one: later messages count on its parts.
  keep(message.texts);
  // What stands off the screen waits until the browser has shown what stands on it.
  if (board.message && !board.onScreen) await idle();
  if (turn === board.turn) board.take(message);
}

export async function mount(component) {
  const { parentElement, data } = component;
  const board = boards.get(parentElement) ?? new Mounted(parentElement);
  boards.set(parentElement, board);
  board.component = component;
  // Streamlit is behind: what it hands over may long have given way to a later message.
  const known = board.knows(data);
  if (same(board.bytes, data)) board.again();
  else if (!known) await receive(board, data);
  // Streamlit also takes back a mount that a later message has overtaken, when the element stays: so does its board.
  return () => { if (!parentElement.isConnected) board.remove(); };
}

// What comes over the page's connection is seen here first (`pages/parts/streamlit/document.py`): a message for a board on the
// screen is shown before Streamlit compares its tree of elements. When that hands the same message over there is nothing
// left to do. Streamlit redraws its frame already when an answer only begins, so the begin waits a little for the first
// board that follows it.
const GRACE = 40;
let awaited = null;

function marked(bytes) {
  for (let at = bytes.indexOf(MARK[0]); at >= 0; at = bytes.indexOf(MARK[0], at + 1)) {
    if (MARK.every((byte, index) => bytes[at + index] === byte)) return opened(bytes, at);
  }
  return null;
}

function expected() {
  let begun, done;
  const shown = new Promise((resolve) => (done = resolve));
  return { shown, done, begin: () => (begun ??= setTimeout(done, GRACE)) };
}

window.sdgAsked = () => {
  awaited?.done();
  awaited = byKey.size ? expected() : null;
};

window.sdgArrived = async (arrived) => {
  const found = arrived instanceof ArrayBuffer ? marked(new Uint8Array(arrived)) : null;
  const board = found && byKey.get(found.key);
  const begun = awaited;
  begun?.begin();
  if (board?.onScreen && !same(board.bytes, found.whole)) {
    board.early.push(found.whole.slice());
    await receive(board, found.whole);
    await frame();
    begun?.done();
  }
  await begun?.shown;
};
