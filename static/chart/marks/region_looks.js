import { isFocus } from "../theme.js";

// The line around a region: thick where it is chosen, in its own colour where it is a focus region.
export function outlineOf(region, mark, kit) {
  if (mark.chosen.includes(region.code)) return { width: 2.6, color: kit.colours.ink };
  if (isFocus(region.code)) return { width: 2.2, color: kit.mark(`focus:${region.code}`) };
  return null;
}

// A long name in two lines, cut at its first space or behind its first hyphen.
export function twoLines(name, longest) {
  if (name.length <= longest) return [name];
  const at = name.includes(" ") ? name.indexOf(" ") : name.indexOf("-");
  return at < 0 ? [name] : [name.slice(0, at + 1).trimEnd(), name.slice(at + 1)];
}
