// Streamlit's widgets speak English only: what they say, on screen or to a screen reader, is put into the reader's
// language wherever it appears. `pages/parts/words/messages/widgets.yaml` has the words.
const SPOKEN = ["aria-label", "title", "placeholder"];
// Cards and their charts have words of their own and change often.
const OURS = ".sdg-board, svg, script, style";
const said = new WeakMap();
let fixed = new Map();
let varied = [];
let speaking = false;

// The words around what varies, and those to stand around it instead.
function variant([english, own]) {
  const [before, after] = english.split("{name}");
  return { before, after, own };
}

function translated(words) {
  if (fixed.has(words)) return fixed.get(words);
  const found = varied.find(({ before, after }) => words.startsWith(before) && words.endsWith(after));
  return found && found.own.replace("{name}", words.slice(found.before.length, words.length - found.after.length));
}

// What a place said in English is remembered, because another language starts from it again.
function translate(place, name, words, write) {
  const known = said.get(place) ?? {};
  const english = known[name]?.own === words ? known[name].english : words;
  const own = words && translated(english);
  if (!own || own === words) return;
  said.set(place, { ...known, [name]: { english, own } });
  write(own);
}

function translateAttributes(node) {
  for (const name of SPOKEN) translate(node, name, node.getAttribute(name), (own) => node.setAttribute(name, own));
}

function translateNode(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translate(node, "words", node.data, (own) => { node.data = own; });
  } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(OURS)) {
    translateAttributes(node);
    node.childNodes.forEach(translateNode);
  }
}

function translateChanged(records) {
  for (const { target, type, addedNodes } of records) {
    if ((target.parentElement ?? target).closest(OURS)) continue;
    if (type === "childList") addedNodes.forEach(translateNode);
    else if (type === "characterData") translateNode(target);
    else translateAttributes(target);
  }
}

new MutationObserver((records) => { if (speaking) translateChanged(records); })
  .observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: SPOKEN });

// `words`: what Streamlit says, and what is said instead.
export function say(words) {
  const entries = Object.entries(words);
  const foreign = entries.some(([english, own]) => english !== own);
  if (!foreign && !speaking) return;
  fixed = new Map(entries.filter(([english]) => !english.includes("{name}")));
  varied = entries.filter(([english]) => english.includes("{name}")).map(variant);
  translateNode(document.body);
  speaking = foreign;
}
