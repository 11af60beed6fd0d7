// Which key asks for what. Letters are told by their place on the keyboard, so that they work in Kazakh and Russian
// layouts too; clickers send PageDown, PageUp, a full stop for black and Escape.
const NAMED = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", Enter: "enter",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
  Home: "first", End: "last", Escape: "leave", "?": "help", F1: "help",
};
const PLACED = {
  KeyF: "full", KeyT: "theme", KeyL: "language", KeyE: "explore", KeyN: "notes", KeyB: "black", KeyS: "picture", KeyA: "add", Period: "black",
};

export function isTyping(target) {
  return Boolean(target?.closest?.("input, textarea, select, [contenteditable=''], [contenteditable=true], [role=combobox], [role=textbox]"));
}

export function actionOf(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return null;
  if (event.key === " " || event.code === "Space") return event.shiftKey ? "previous" : "next";
  if (/^[0-9]$/.test(event.key)) return `digit ${event.key}`;
  return NAMED[event.key] ?? PLACED[event.code] ?? null;
}
