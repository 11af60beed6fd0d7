// The presenter's own window: what to say, what comes next, how long it has taken. It lives outside the shared screen
// and speaks with the slides over a channel, so that it survives a reload of either side.
const channel = new BroadcastChannel(window.name);
const made = (tag, name, ...children) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children);
  return node;
};
const style = `
  body { margin: 0; padding: 28px 34px; font: 20px/1.5 Inter, "Noto Sans", sans-serif; color: #E8EDF2; background: #10171E; font-variant-numeric: tabular-nums; }
  header { display: flex; align-items: baseline; gap: 26px; border-bottom: 1px solid #23303C; padding-bottom: 14px; }
  time { font-size: 52px; font-weight: 650; letter-spacing: -0.02em; } .clock { color: #A5B3C0; margin-left: auto; }
  button { font: inherit; font-size: 16px; color: #55BAD5; background: none; border: 1px solid #23303C; border-radius: 4px; padding: 6px 12px; cursor: pointer; }
  h1 { font-size: 30px; line-height: 1.25; margin: 20px 0 8px; } h2 { font-size: 15px; font-weight: 600; color: #A5B3C0; margin: 26px 0 4px; }
  p { margin: 6px 0; } li { margin: 6px 0; } ul { padding-left: 22px; } .place { color: #A5B3C0; }`;

let words = {};
let started = Date.now();
let held = 0;
let running = true;
const time = made("time", "");
const clock = made("span", "clock");
const place = made("span", "place");
const hold = made("button", "");
const reset = made("button", "");
const headline = made("h1", "");
const notes = made("ul", "");
const nextLabel = made("h2", "");
const next = made("p", "");
const summary = made("p", "place");

function tick() {
  const seconds = Math.floor((held + (running ? Date.now() - started : 0)) / 1000);
  time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  clock.textContent = new Date().toLocaleTimeString(words.locale, { hour: "2-digit", minute: "2-digit" });
  hold.textContent = running ? words.pause ?? "" : words.resume ?? "";
}

hold.onclick = () => {
  if (running) held += Date.now() - started;
  started = Date.now();
  running = !running;
  tick();
};
reset.onclick = () => { held = 0; started = Date.now(); tick(); };
channel.onmessage = ({ data }) => {
  if (data.kind !== "slide") return;
  words = data.words;
  document.title = words.notes;
  document.documentElement.lang = data.lang;
  reset.textContent = words.reset;
  place.textContent = `${data.number} / ${data.count}`;
  headline.textContent = data.headline;
  summary.textContent = data.summary;
  notes.replaceChildren(...data.notes.map((note) => made("li", "", note)));
  nextLabel.textContent = data.next ? words.next : words.end;
  next.textContent = data.next ?? "";
  tick();
};
document.body.replaceChildren(made("style", "", style), made("header", "", time, hold, reset, place, clock), headline, summary, notes, nextLabel, next);
document.addEventListener("keydown", (event) => {
  if (event.target.tagName === "BUTTON" && [" ", "Enter"].includes(event.key)) return;
  event.preventDefault();
  channel.postMessage({ kind: "key", key: event.key, code: event.code, shiftKey: event.shiftKey });
});
setInterval(tick, 500);
tick();
channel.postMessage({ kind: "hello" });
