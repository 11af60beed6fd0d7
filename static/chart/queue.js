// Charts are drawn one per frame, those on screen first, the others while the browser has nothing to do: the chart a
// reader looks at never waits for one further down the page.
const MARGIN = 120;
const PATIENCE = 400;
const waiting = new Set();
let running = false;

// A hidden tab has no frames; the timer keeps the queue going there.
export function frame() {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, PATIENCE);
  });
}

function idle() {
  return new Promise((done) => {
    if (window.requestIdleCallback) requestIdleCallback(done, { timeout: PATIENCE });
    else setTimeout(done, 50);
  });
}

function onScreen(card) {
  const { top, bottom } = card.plot.getBoundingClientRect();
  return bottom > -MARGIN && top < window.innerHeight + MARGIN;
}

async function run() {
  running = true;
  while (waiting.size) {
    let next = [...waiting].find(onScreen);
    if (!next) {
      await idle();
      next = [...waiting].find(onScreen) ?? [...waiting][0];
    }
    if (waiting.delete(next)) await next.draw().catch((error) => console.error(error));
    await frame();
  }
  running = false;
}

export function schedule(card) {
  waiting.add(card);
  if (!running) run();
}

export function forget(card) {
  waiting.delete(card);
}
