// Entry of the chart component. Called by Streamlit on every rerun with the same parent element: a board and its cards
// are built once, afterwards only what differs is changed, and a chart's node is never replaced.
//
// A message for a board has `rows` (how its cards stand) and `cards` (the parts of each by name), one for the controls of a
// page has `controls`; parts are known by their hash and come once, in `texts`. A card's parts (`pages/parts/cards/screen.py`)
// are `view` and `rows`, `view:OPTION` and `rows:OPTION` for the options of a switch, `choice`, `head`, `foot`, `words`.
import { Board } from "./board.js";
import { Card } from "./card.js";
import style from "./chart.css" with { type: "css" };
import { follow, heard, tell } from "./choose.js";
import { found, opened, same, unpack } from "./message.js";
import { assembled, keep, part } from "./parts.js";
import { fetchPlotly } from "./plotly.js";
import { frame, idle, onScreen } from "./queue.js";
import { Sheet } from "./sheet.js";

const boards = new WeakMap();
const byKey = new Map();
document.adoptedStyleSheets.push(style);

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
    this.key = opened(this.bytes).key;
    if (message.controls) {
      tell(this.key, message.controls);
      return;
    }
    this.message = message;
    byKey.set(this.key, this);
    this.board ??= new Board(this.parent);
    for (const key of this.cards.keys()) if (!(key in message.cards)) this.drop(key);
    this.settle();
    // What came with this message may be what others still miss.
    for (const other of [...incomplete]) if (other !== this) other.settle();
  }

  get onScreen() {
    return onScreen(this.board.root);
  }

  // Shows how the cards stand and every card whose parts are all here.
  settle() {
    const { rows, cards } = this.message;
    if (part(rows)) this.board.arrange(part(rows));
    const shown = Object.entries(cards).map(([key, parts]) => this.show(key, parts));
    if (part(rows) && shown.every(Boolean)) {
      incomplete.delete(this);
    } else {
      incomplete.add(this);
      asking ??= setTimeout(ask, PATIENCE);
    }
  }

  show(key, parts) {
    const known = JSON.stringify(parts);
    const held = this.cards.get(key);
    if (held?.known === known && !held.made.isAhead) return true;
    const payload = held?.known === known ? held.payload : assembled(parts);
    if (!payload) return false;
    const card = held ?? this.add(key, parts);
    Object.assign(card, { payload, known });
    clearTimeout(card.waiting);
    // What was drawn ahead of the server gives way to its answer; an answer to an earlier choice would flash up.
    if (card.made.isAhead && !card.made.isAnswer(payload.choice)) card.waiting = setTimeout(() => card.made.show(card.payload), OVERTAKEN);
    else card.made.show(payload);
    return true;
  }

  add(key, parts) {
    const cell = this.board.cell(key);
    if (parts.sheet) {
      const card = { made: new Sheet(cell) };
      this.cards.set(key, card);
      return card;
    }
    fetchPlotly();
    const made = new Card(cell, (name, value) => this.send(key, name, value));
    const card = { made, unfollow: follow(made) };
    this.cards.set(key, card);
    return card;
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

  // After a change of theme every card looks whether it is drawn in the right colours, and a card that is ahead whether the
  // answer that stands is the one to its choice.
  again() {
    if (!this.message) return;
    this.settle();
    for (const { made } of this.cards.values()) made.again();
  }

  drop(key) {
    const card = this.cards.get(key);
    clearTimeout(card.waiting);
    card.unfollow?.();
    card.made.remove();
    this.cards.delete(key);
    this.board.forget(key);
  }

  remove() {
    incomplete.delete(this);
    tell(this.key, null);
    for (const key of [...this.cards.keys()]) this.drop(key);
    boards.delete(this.parent);
    if (byKey.get(this.key) === this) byKey.delete(this.key);
  }
}

async function receive(board, bytes) {
  const turn = ++board.turn;
  board.bytes = bytes.slice();
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

function expected() {
  let begun, done;
  const shown = new Promise((resolve) => (done = resolve));
  return { shown, done, begin: () => (begun ??= setTimeout(done, GRACE)) };
}

window.sdgAsked = () => {
  heard();
  awaited?.done();
  awaited = byKey.size ? expected() : null;
};

window.sdgArrived = async (arrived) => {
  const message = arrived instanceof ArrayBuffer ? found(new Uint8Array(arrived)) : null;
  const board = message && byKey.get(message.key);
  const begun = awaited;
  begun?.begin();
  if (board?.onScreen && !same(board.bytes, message.whole)) {
    board.early.push(message.whole.slice());
    await receive(board, message.whole);
    await frame();
    begun?.done();
  }
  await begun?.shown;
};
