// The parts of cards: new ones come with a message, the others are held from earlier ones. Equal hashes give the same objects,
// so that what did not change is recognised without comparing it.
const MOST_KEPT = 2000;
const texts = new Map();
// These stand in a card under their own name, the others are spread in it.
const WHOLE = /^(view|rows|sheet)(:|$)/;

export function keep(brought) {
  for (const [digest, text] of Object.entries(brought)) {
    const held = texts.get(digest) ?? text;
    texts.delete(digest);
    texts.set(digest, held);
    if (texts.size > MOST_KEPT) texts.delete(texts.keys().next().value);
  }
}

export const part = (digest) => texts.get(digest);

// A card of its parts; null while one is missing.
export function assembled(parts) {
  const named = Object.entries(parts);
  if (!named.every(([, digest]) => texts.has(digest))) return null;
  return Object.fromEntries(named.flatMap(([name, digest]) => (WHOLE.test(name) ? [[name, texts.get(digest)]] : Object.entries(texts.get(digest)))));
}
