// A map of the regions from pre-projected outlines: no tiles, no outside request. Cities of republican standing are
// enlarged marks, names and values are printed.
import places from "../../geo/places.json" with { type: "json" };
import { textWidth } from "../axis.js";
import { legendOf, wordToken } from "../classes.js";
import { haloOf, hiddenAxis, layoutOf } from "../layout.js";
import { isFocus } from "../theme.js";
import { outlineOf, twoLines } from "./region_looks.js";

// Kilometres that are shown, and how high the map is for its width.
const EAST = [-1015, 995];
const NORTH = [-575, 575];
const ASPECT = 1150 / 2010;
const TOP = 4;
// A narrower map has no room for names; on a sheet so many times wider than high the legend stands beside the map.
const NARROW = 515;
const WIDE = 2.2;
const LEGEND_COLUMN = 230;
const LEGEND_GAP = 20;
const LONGEST_LINE = 11;
const SIZE = 11;
const BELOW_MARK = 20;

export function drawMap(mark, { layout, of }, kit) {
  const outlines = kit.outlines(layout) ?? {};
  const regions = Object.keys(outlines).map((code) => ({ ...of(code), shape: outlines[code] }));
  const cities = regions.filter((region) => region.code in places.cities);
  const lands = drawingOrder(regions.filter((region) => !(region.code in places.cities)), mark, kit);
  const isWide = kit.width >= WIDE * mark.height;
  const values = regions.filter((region) => !region.hatch).map((region) => region.value);
  const below = legendOf(mark, values, regions.map((region) => region.fill), 8, isWide ? { ...kit, width: LEGEND_COLUMN } : kit);
  const legend = isWide ? beside(below, below.height - TOP) : below;
  const across = kit.width - (isWide ? LEGEND_COLUMN + 2 * LEGEND_GAP : 0);
  const bottom = isWide ? TOP : legend.height;
  const height = Math.min(mark.height, Math.round(across * ASPECT) + TOP + bottom);
  const scale = Math.min(across / (EAST[1] - EAST[0]), (height - TOP - bottom) / (NORTH[1] - NORTH[0]));
  return {
    data: [
      ...[...lands, ...cities].map((region) => area(region, mark, kit)), cityMarks(cities, mark, kit),
      ...(scale * (EAST[1] - EAST[0]) >= NARROW ? [names(lands, layout, kit)] : []),
    ],
    layout: layoutOf(kit, height, { left: 0, right: kit.width - across, top: TOP, bottom }, {
      xaxis: hiddenAxis({ range: EAST, constrain: "domain" }),
      yaxis: hiddenAxis({ range: NORTH, scaleanchor: "x", scaleratio: 1, constrain: "domain" }),
      shapes: legend.shapes, annotations: [...legend.notes, ...cities.map((region) => cityWords(region, scale, kit))], hoverdistance: 10,
    }),
  };
}

// A legend right of the map instead of below it, `up` pixels higher.
const beside = ({ shapes, notes }, up) => ({
  shapes: shapes.map((shape) => ({ ...shape, xanchor: 1, x0: shape.x0 + LEGEND_GAP, x1: shape.x1 + LEGEND_GAP, y0: shape.y0 + up, y1: shape.y1 + up })),
  notes: notes.map((note) => ({ ...note, x: 1, xshift: note.xshift + LEGEND_GAP, yshift: note.yshift + up })),
});

// Chosen and focus regions are drawn last, so that their outline is whole.
function drawingOrder(regions, mark, kit) {
  const rank = ({ code }) => 2 * mark.chosen.includes(code) + isFocus(code);
  return regions.toSorted((one, other) => rank(one) - rank(other));
}

function area(region, mark, kit) {
  const isCity = region.code in places.cities;
  const line = (!isCity && outlineOf(region, mark, kit)) || { width: 0.8, color: region.hatch ? kit.colours.rule : kit.colours.outline };
  return {
    type: "scatter", mode: "lines", fill: "toself", hoveron: "fills", hoverinfo: "text", x: region.shape.x, y: region.shape.y,
    fillcolor: region.hatch ? kit.colours.nodata : kit.colours[region.fill], line, hovertext: region.hover,
    meta: { key: region.code, label_at: region.shape.label },
    ...(region.hatch ? { fillpattern: { ...region.hatch, fgcolor: kit.colours.hatch, bgcolor: kit.colours.nodata, fillmode: "overlay" } } : {}),
  };
}

const cityMarks = (cities, mark, kit) => ({
  type: "scatter", mode: "markers", x: cities.map(({ shape }) => shape.label[0]), y: cities.map(({ shape }) => shape.label[1]),
  ids: cities.map(({ code }) => code), hoverinfo: "text", hovertext: cities.map(({ hover }) => hover),
  marker: {
    size: 19, color: cities.map(({ hatch, fill }) => (hatch ? kit.colours.nodata : kit.colours[fill])),
    line: { color: kit.colours.ink, width: cities.map(({ code }) => (mark.chosen.includes(code) ? 3 : 1.3)) },
  },
});

function names(regions, layout, kit) {
  const at = regions.map(({ code, shape }) => {
    const [east, north] = places.nudges[layout][code] ?? [0, 0];
    return [shape.label[0] + east, shape.label[1] + north];
  });
  return {
    type: "scatter", mode: "text", x: at.map(([x]) => x), y: at.map(([, y]) => y), hoverinfo: "skip",
    text: regions.map(({ short, written }) => [...twoLines(short, LONGEST_LINE), written && `<b>${written}</b>`].filter(Boolean).join("<br>")),
    // A halo in the region's own colour keeps a name readable where it reaches over a border.
    textfont: {
      size: 11, color: regions.map(({ fill }) => kit.colours[wordToken(fill)]),
      shadow: regions.map(({ hatch, fill }) => haloOf(hatch ? kit.colours.nodata : kit.colours[fill])),
    },
  };
}

// Beside the mark of a city, on a plate of paper so that the words read on any class.
function cityWords({ code, shape, short, written }, scale, kit) {
  const [along, up, xanchor] = places.cities[code];
  const reach = (shape.label[0] - EAST[0]) * scale + along + textWidth([`${short} ${written}`], SIZE);
  // Where they would reach over the edge of a narrow screen they stand below the mark.
  const over = xanchor === "left" ? Math.max(0, reach - kit.width) : 0;
  const [xshift, yshift] = [along - over, over ? -BELOW_MARK : up];
  return {
    x: shape.label[0], y: shape.label[1], xanchor, yanchor: "middle", xshift, yshift, text: written ? `${short} <b>${written}</b>` : short,
    showarrow: false, font: { size: SIZE, color: kit.colours.ink }, bgcolor: kit.colours.paper, opacity: 0.92, borderpad: 1,
  };
}
