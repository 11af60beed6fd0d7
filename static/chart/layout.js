// What every chart shares: margins, quiet axes, words on the paper.
export const FONT_SIZE = 13;
export const TICK_SIZE = 12;

const EASE = { duration: 180, easing: "cubic-out" };

export function layoutOf(kit, height, { left = 48, right = 24, top = 12, bottom = 32 }, more = {}) {
  return {
    height, margin: { l: left, r: right, t: top, b: bottom, pad: 0 }, font: { size: FONT_SIZE, color: kit.colours.ink },
    showlegend: false, hovermode: "closest", ...more,
  };
}

// Chosen where only values move from one state to the next.
export const moving = (layout) => ({ ...layout, transition: EASE });

// Unless told that labels fit, Plotly measures all labels of an axis anew for each of them.
const plain = (kit) => ({
  zeroline: false, showline: false, ticks: "", tickfont: { size: TICK_SIZE, color: kit.colours.muted },
  ticklabeloverflow: "allow", tickangle: 0, ticklabelstandoff: 5,
});

// Few light lines across, muted numbers.
export const valueAxis = (kit, more) => ({ ...plain(kit), gridcolor: kit.colours.grid, fixedrange: true, ...more });

// Years or names, without lines.
export const plainAxis = (kit, more) => ({ ...plain(kit), showgrid: false, ...more });

// An axis that only places things.
export const hiddenAxis = (more) => ({ visible: false, fixedrange: true, ...more });

// The names of rows, the first at `places[0]`.
export const nameAxis = (kit, places, names, range, more = {}) => plainAxis(kit, {
  tickvals: places, ticktext: names, range, fixedrange: true, tickfont: { size: FONT_SIZE, color: kit.colours.ink },
  ticklabelstandoff: 5, ...more,
});

export const note = (text, colour, more) => ({ text, showarrow: false, font: { size: TICK_SIZE, color: colour }, ...more });

// A rule through the whole plot at a value of the horizontal axis.
export const rule = (x, line) => ({ type: "line", x0: x, x1: x, yref: "paper", y0: 0, y1: 1, line, layer: "below" });

// A colour around words that keeps them readable where they reach over lines.
export const haloOf = (colour) => [[1, 1], [-1, 1], [1, -1], [-1, -1]].map(([x, y]) => `${x}px ${y}px 2px ${colour}`).join(", ");
