// The chart of a slide: a mark in the box of the slide, with type as large as its rows allow. A slide has `view`, `rows` and
// `choice` as a card has them (`pages/parts/cards/screen.py`), the deck's words have the `language` of numbers.
import { figureOf, LEAST_ROW, markOf, ready } from "../chart/figure.js";
import { Format } from "../chart/format.js";

const FACTORS = [2.2, 2, 1.85, 1.7];
const FAMILY = 'Inter, "Noto Sans", "Segoe UI", sans-serif';
const STILL = { displayModeBar: false, responsive: false, showTips: false, staticPlot: true };

export function markOfSlide({ view, rows, choice }) {
  return markOf(view, rows, choice);
}

export async function drawChart(node, content, language, theme, Plotly) {
  const mark = markOfSlide(content);
  await ready(mark);
  const box = { theme, format: new Format(language), family: FAMILY, width: node.clientWidth, height: node.clientHeight };
  const figures = FACTORS.map((factor) => () => figureOf(mark, { ...box, factor }));
  const roomy = figures.map((made) => made()).find((figure) => !isCrowded(figure, mark)) ?? figures.at(-1)();
  await Plotly.react(node, roomy.data, roomy.layout, STILL);
}

// Rows that would have to be lower than names are.
const isCrowded = ({ row }, mark) => Boolean(mark.row) && row <= LEAST_ROW;
