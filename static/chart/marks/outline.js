import { isFocus } from "../theme.js";

// The line around a region: thick where it is chosen, in its own colour where it is a focus region.
export function outlineOf(region, mark, kit) {
  if (mark.chosen.includes(region.code)) return { width: 2.6, color: kit.colours.ink };
  if (isFocus(region.code)) return { width: 2.2, color: kit.mark(`focus:${region.code}`) };
  return null;
}
