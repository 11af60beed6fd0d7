// Entry of the deck component: the player inside the dashboard. There is one player per document; it outlives page
// changes, so that a detour into the explorer returns to the very slide, and reruns, so that nothing is drawn anew.
import { addressOf } from "../chart/address.js";
import { Format } from "../chart/format.js";
import { inflated } from "../chart/message.js";
import { fetchPlotly } from "../chart/plotly.js";
import { isDark, THEMES } from "../chart/theme.js";
import { drawChart, markOfSlide } from "./chart.js";
import style from "./deck.css" with { type: "css" };
import * as keys from "./keys.js";
import { savePicture } from "./picture.js";
import { playerOf } from "./player.js";
import { Screen } from "./screen.js";
import * as parts from "./slide.js";

document.adoptedStyleSheets.push(style);
fetchPlotly();

const base = location.pathname.replace(/[^/]*$/, "");
const THEME = "sdg-deck-theme";
let parent = null;

// A page of the dashboard without a reload: Streamlit follows the history as it does on "back".
function navigate(target) {
  history.pushState({}, "", base + target);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

function pageOf(player, slide) {
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
  parts, keys, themes: THEMES, notesAddress: addressOf("present/notes.js"),
  drawChart: async (node, content, theme) => drawChart(node, content, window.sdgDeck.words.language, THEMES[theme], await window.sdgPlotly),
  moved: (player) => history.replaceState(history.state, "", base + pageOf(player, player.at + 1)),
  left: (player) => navigate(player.deck.back || pageOf(player)),
  explore: (player, target) => navigate(target),
  returned: (player) => navigate(pageOf(player, player.at + 1)),
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
    const slide = player.content.slides[player.at];
    const foot = { source: slide.source, as_of: slide.as_of, stem: `${player.deck.stem}_${player.at + 1}` };
    const payload = { title: slide.headline, subtitle: slide.subtitle, foot };
    await savePicture({ mark: markOfSlide(slide), format: new Format(player.words.language), payload });
  },
};

function theme(element) {
  try {
    const kept = localStorage.getItem(THEME);
    if (kept in THEMES) return kept;
  } catch { /* a private window may refuse */ }
  return isDark(element) ? "dark" : "light";
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
  const deck = await inflated(data);
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
