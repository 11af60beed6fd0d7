// The player in a saved file: everything it needs came with the page, nothing is fetched.
export async function play(held, address) {
  const names = ["slide", "keys", "screen", "player", "draw"];
  const [parts, keys, { Screen }, { playerOf }, { prepared }] = await Promise.all(names.map((name) => import(address(name))));
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const player = new (playerOf(Screen))({
    parts, keys, prepared, palettes: held.palettes, plotly: Promise.resolve(window.Plotly), notesAddress: address("notes"),
    theme: dark ? "dark" : "light",
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
