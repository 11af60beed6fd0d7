// Colours by meaning, in the theme on screen: the twin of `pages/parts/charts/theme.py`.
import palette from "./palette.json" with { type: "json" };

const OWN = { KZ: "country", _T: "country", F: "women", M: "men" };
const MOST_CHOSEN = 6;

// The region of a line of one of its parts, or of a later series: KZ-75 of KZ-75|F and of gva_r:KZ-75.
const regionOf = (key) => key.slice(key.lastIndexOf(":") + 1).split("|")[0];
const ownMeaning = (key) => (isFocus(regionOf(key)) ? `focus:${regionOf(key)}` : OWN[key]);

// What the colour of each key means. A meaning that is `given` comes first, then what a key means everywhere (the country,
// women, men, a focus region); other chosen keys take "chosen:1" to "chosen:6" in the order of the choice (null: all are
// chosen), others `rest`. A line of a region's part takes the colour of its region.
export function meaningsOf(keys, chosen = null, given = {}, rest = "context") {
  const own = (key) => given[key] || ownMeaning(key);
  const free = [...new Set(chosen ?? keys)].filter((key) => !own(key));
  const byChoice = (place) => (place < 0 ? rest : `chosen:${(place % MOST_CHOSEN) + 1}`);
  const place = (key) => Math.max(free.indexOf(key), free.indexOf(regionOf(key)));
  return Object.fromEntries(keys.map((key) => [key, own(key) ?? byChoice(place(key))]));
}

export const isFocus = (key) => `focus:${key}` in palette.meanings;

export class Theme {
  constructor(name) {
    this.name = name;
    this.colours = palette[name];
  }

  mark(meaning) {
    return this.colours[palette.meanings[meaning][0]];
  }

  text(meaning) {
    return this.colours[palette.meanings[meaning][1]];
  }

  // Grey alone cannot tell eight lines apart: there they are dashed too.
  dash(meaning) {
    return this.name === "grey" ? palette.dashes[meaning] ?? "solid" : "solid";
  }
}

// The themes to choose from; grey is for print.
export const THEMES = Object.fromEntries(["light", "dark", "contrast"].map((name) => [name, new Theme(name)]));

export function isDark(element) {
  const value = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const hex = /^#([0-9a-f]{6})/i.exec(value);
  if (!hex) return false;
  const number = parseInt(hex[1], 16);
  return 0.3 * (number >> 16) + 0.6 * ((number >> 8) & 255) + 0.1 * (number & 255) < 110;
}
