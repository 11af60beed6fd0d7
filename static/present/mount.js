// Entry of the deck component: the player inside the dashboard. There is one player per document; it outlives page
// changes, so that a detour into the explorer returns to the very slide, and reruns, so that nothing is drawn anew.
const version = new URL(import.meta.url).search;
const address = (path) => new URL(path + version, import.meta.url).href;
const json = (path) => fetch(address(path)).then((answer) => answer.json());

window.sdgPlotly ??= new Promise((done, failed) => {
  const library = document.createElement("script");
  library.src = new URL("../plotly/plotly-basic-4.1.1.min.js", import.meta.url).href;
  library.onload = () => done(window.Plotly);
  library.onerror = failed;
  document.head.append(library);
});

const styled = new Promise((done) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address("./deck.css");
  link.onload = link.onerror = done;
  document.head.append(link);
});
const [parts, keys, { Screen }, { playerOf }, { prepared, isDark }, palettes, contrast] = await Promise.all([
  import(address("./slide.js")), import(address("./keys.js")), import(address("./screen.js")), import(address("./player.js")),
  import(address("../chart/draw.js")), json("../chart/palette.json"), json("./contrast.json"), styled,
]);
const base = location.pathname.replace(/[^/]*$/, "");
const THEME = "sdg-deck-theme";
let parent = null;

// A page of the dashboard without a reload: Streamlit follows the history as it does on "back".
function navigate(target) {
  history.pushState({}, "", base + target);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

function addressOf(player, slide) {
  const query = new URLSearchParams(player.deck.address);
  query.set("lang", player.lang);
  if (slide) query.set("slide", slide);
  return `present?${query}`;
}

async function check(player) {
  const reached = await fetch(`${base}_stcore/health`, { cache: "no-store", signal: AbortSignal.timeout(2500) })
    .then((answer) => answer.ok, () => false);
  player.online(reached);
}

const host = {
  parts, keys, prepared, palettes: { ...palettes, contrast: { ...palettes.dark, ...contrast } },
  plotly: window.sdgPlotly, notesAddress: address("./notes.js"),
  moved: (player) => history.replaceState(history.state, "", base + addressOf(player, player.at + 1)),
  left: (player) => navigate(player.deck.back || addressOf(player)),
  explore: (player, target) => navigate(target),
  returned: (player) => navigate(addressOf(player, player.at + 1)),
  rest: (player) => {
    clearInterval(player.checking);
    if (parent?.isConnected) parent.append(player.root);
    else player.root.remove();
    thumbs(player);
  },
  watch: (player) => {
    clearInterval(player.checking);
    player.checking = setInterval(() => check(player), 2000);
  },
  keepTheme: (theme) => { try { localStorage.setItem(THEME, theme); } catch { /* a private window may refuse */ } },
  savePicture: async (player) => {
    const { save } = await import(address("../chart/picture.js"));
    const slide = player.content.slides[player.at];
    const foot = { source: [{ text: slide.source }], notes: [], as_of: slide.as_of, stem: `${player.deck.stem}_${player.at + 1}` };
    await save({ palette: palettes, root: player.root, payload: { figure: slide.figure, title: slide.headline, subtitle: slide.subtitle, foot } }, "png");
  },
};

function theme(element) {
  try {
    const kept = localStorage.getItem(THEME);
    if (host.palettes[kept]) return kept;
  } catch { /* a private window may refuse */ }
  return isDark(element) ? "dark" : "light";
}

async function unpack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

// The contact sheet: the same slides, small, where the page has put the component.
const sizes = new ResizeObserver(() => window.sdgDeck && thumbs(window.sdgDeck));

function thumbs(player) {
  const width = player.slides[0]?.cell.clientWidth;
  if (!player.showing && width) player.root.style.setProperty("--deck-thumb", String(width / parts.WIDTH));
}

function named(player) {
  player.slides.forEach(({ cell }, index) => {
    cell.tabIndex = 0;
    cell.setAttribute("role", "button");
    cell.setAttribute("aria-label", player.words.from.replace("{number}", index + 1));
    cell.onkeydown = (event) => {
      if (player.showing || !["Enter", " "].includes(event.key)) return;
      event.preventDefault();
      player.start(index);
    };
  });
}

export async function mount({ parentElement, data }) {
  parent = parentElement;
  const deck = await unpack(data);
  const player = window.sdgDeck ??= new (playerOf(Screen))({ ...host, theme: theme(parentElement) });
  const asked = Number(new URLSearchParams(location.search).get("slide"));
  if (player.deck?.digest !== deck.digest || (!player.showing && player.lang !== deck.lang)) {
    const kept = player.showing && player.deck?.id === deck.id ? player.lang : deck.lang;
    if (!player.showing) player.theme = theme(parentElement);
    player.load(deck, kept);
    named(player);
  }
  player.deck = deck;
  if (asked > 0 && !player.showing && !player.away) player.start(asked - 1);
  else if (player.showing) player.moved(player);
  else if (!player.away && player.root.parentElement !== parentElement) parentElement.append(player.root);
  sizes.observe(parentElement);
  thumbs(player);
  return () => {
    sizes.unobserve(parentElement);
    // A page may put the component elsewhere: the new place is filled before the old one is cleared.
    if (parent === parentElement && !player.showing && !player.away) player.root.remove();
  };
}
