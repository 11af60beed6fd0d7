// A slide as PNG, made without a server: the hall may have no network. Always on white paper, with title, subtitle, source
// and date burned in, and with the page's own typeface inside, so that Kazakh letters look the same on any machine. The
// files of a card are made by the server (`pages/parts/cards/files.py`).
import { addressOf } from "../chart/address.js";
import { figureOf } from "../chart/figure.js";
import { saveBlob } from "../chart/save.js";
import { THEMES } from "../chart/theme.js";

const WIDTH = 960;
const MARGIN = 28;
const SCALE = 2.5;
const NS = "http://www.w3.org/2000/svg";
let typeface;

async function fontFace() {
  typeface ??= fetch(addressOf("fonts/inter-variable.woff2"))
    .then((answer) => answer.arrayBuffer())
    .then((buffer) => {
      let text = "";
      for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
      return `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
    });
  return typeface;
}

function made(tag, attributes, text) {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text != null) node.textContent = text;
  return node;
}

const ruler = document.createElement("canvas").getContext("2d");

function wrapped(text, size, weight) {
  ruler.font = `${weight} ${size}px Inter, sans-serif`;
  const lines = [""];
  for (const word of text.split(/ +/)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (ruler.measureText(longer).width <= WIDTH - 2 * MARGIN) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

function written(svg, text, top, { size, weight = 400, colour, gap }) {
  let y = top;
  for (const line of text ? wrapped(text, size, weight) : []) {
    y += gap;
    svg.append(made("text", { x: MARGIN, y, "font-size": size, "font-weight": weight, fill: colour }, line));
  }
  return y;
}

// `mark` and `format` are what is drawn, `payload` has the words around it.
async function composed({ mark, format, payload }) {
  const theme = THEMES.light;
  const { colours } = theme;
  const { data, layout } = figureOf(mark, { theme, format, width: WIDTH - 2 * MARGIN, family: "Inter, sans-serif" });
  const { width, height } = layout;
  const drawn = await window.Plotly.toImage({ data, layout }, { format: "svg", width, height });
  const plot = new DOMParser().parseFromString(decodeURIComponent(drawn.slice(drawn.indexOf(",") + 1)), "image/svg+xml").documentElement;
  const svg = made("svg", { xmlns: NS, width: WIDTH, "font-family": "Inter, sans-serif" });
  svg.append(made("style", {}, await fontFace()));
  const paper = made("rect", { width: "100%", height: "100%", fill: colours.paper });
  svg.append(paper);
  let y = written(svg, payload.title, MARGIN - 8, { size: 22, weight: 650, colour: colours.ink, gap: 29 });
  y = written(svg, payload.subtitle, y + 4, { size: 15, colour: colours.muted, gap: 21 }) + 12;
  plot.setAttribute("x", MARGIN);
  plot.setAttribute("y", y);
  svg.append(plot);
  y += height + 6;
  const foot = [payload.foot.source, payload.foot.as_of].join(" · ");
  y = written(svg, foot, y, { size: 13, colour: colours.muted, gap: 19 });
  const full = Math.ceil(y + MARGIN - 6);
  svg.setAttribute("height", full);
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${full}`);
  return { text: new XMLSerializer().serializeToString(svg), height: full };
}

async function rasterised({ text, height }) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export async function savePicture(slide) {
  saveBlob(await rasterised(await composed(slide)), `${slide.payload.foot.stem}.png`);
}
