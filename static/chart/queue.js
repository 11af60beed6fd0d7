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

export function idle() {
  return new Promise((done) => {
    if (window.requestIdleCallback) requestIdleCallback(done, { timeout: PATIENCE });
    else setTimeout(done, 50);
  });
}

export function onScreen(node) {
  const { top, bottom } = node.getBoundingClientRect();
  return bottom > -MARGIN && top < window.innerHeight + MARGIN;
}

function seen() {
  return [...waiting].find((plot) => onScreen(plot.node));
}

async function run() {
  running = true;
  while (waiting.size) {
    let next = seen();
    if (!next) {
      await idle();
      next = seen() ?? [...waiting][0];
    }
    if (waiting.delete(next)) await next.draw().catch((error) => console.error(error));
    await frame();
  }
  running = false;
}

export function schedule(plot) {
  waiting.add(plot);
  if (!running) run();
}

export function forget(plot) {
  waiting.delete(plot);
}
