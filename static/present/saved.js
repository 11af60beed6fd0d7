// The player in a saved file: everything it needs came with the page, nothing is fetched. Its charts are pictures whose
// colours follow the theme.
import { THEMES } from "../chart/theme.js";
import * as keys from "./keys.js";
import { playerOf } from "./player.js";
import { Screen } from "./screen.js";
import * as parts from "./slide.js";

// `held`: the deck as the player takes it, each slide with its `picture`, and the code of the presenter's window as `notes`.
export function play(held) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const player = new (playerOf(Screen))({
    parts, keys, themes: THEMES, theme: dark ? "dark" : "light",
    notesAddress: URL.createObjectURL(new Blob([held.notes], { type: "text/javascript" })),
    // The server wrote the picture and escaped its words.
    drawChart: (node, { picture }) => { if (node.firstChild === null || node.picture !== picture) Object.assign(node, { innerHTML: picture, picture }); },
    moved: (self) => { document.title = self.content.name; history.replaceState(null, "", `#${self.at + 1}`); },
    // There is no dashboard to go back to: Escape shows all slides, small.
    left: (self) => self.sheet(),
  });
  window.sdgDeck = player;
  player.sheet = () => {
    document.body.append(player.root);
    const scale = () => player.root.style.setProperty("--deck-thumb", String(player.slides[0].cell.clientWidth / parts.WIDTH));
    scale();
    window.onresize = scale;
  };
  player.root.classList.add("saved");
  player.load(held, held.lang);
  player.start((Number(location.hash.slice(1)) || 1) - 1);
}
