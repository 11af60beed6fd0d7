// Equal cells drawn as one bar trace, so that each can be hovered, walked to and chosen.
import { wordToken } from "../classes.js";
import { haloOf } from "../layout.js";

// Cells: {x, y, key, fill, hatch, hover, words, line}; row 0 is on top when the axis is reversed.
export function cellTrace(cells, kit, { size = 0.94, wordSize = 11 } = {}) {
  const column = (of) => cells.map(of);
  const line = (cell) => cell.line ?? (cell.hatch ? { width: 0.6, color: kit.colours.rule } : { width: 0, color: kit.colours.paper });
  return {
    type: "bar", x: column((cell) => cell.x), y: column(() => size), base: column((cell) => cell.y - size / 2), width: size,
    ids: column((cell) => cell.key), hovertext: column((cell) => cell.hover), hoverinfo: "text",
    marker: {
      color: column((cell) => (cell.hatch ? kit.colours.nodata : kit.colours[cell.fill])),
      line: { color: column((cell) => line(cell).color), width: column((cell) => line(cell).width) },
      ...(cells.some((cell) => cell.hatch) ? { pattern: hatching(cells, kit) } : {}),
    },
    text: column((cell) => cell.words), textposition: "inside", insidetextanchor: "middle", constraintext: "none", textangle: 0,
    // Words on a hatch are set off from it.
    textfont: {
      size: wordSize, color: column((cell) => kit.colours[wordToken(cell.fill)]),
      shadow: column((cell) => (cell.hatch ? haloOf(kit.colours.nodata) : "none")),
    },
  };
}

function hatching(cells, kit) {
  return {
    shape: cells.map(({ hatch }) => hatch?.shape ?? ""), size: cells.map(({ hatch }) => hatch?.size ?? 8),
    solidity: cells.map(({ hatch }) => hatch?.solidity ?? 0.2), fgcolor: kit.colours.hatch, bgcolor: kit.colours.nodata, fillmode: "overlay",
  };
}
