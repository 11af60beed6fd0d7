// One slide: headline, chart, source and as-of in a frame of fixed size. It is laid out once on 1920 × 1080 and brought
// to any screen by one transform, so that no word or mark ever moves against another.
export const WIDTH = 1920;
export const HEIGHT = 1080;
// One size for all headlines of a deck, as large as they allow; only a very long one may be smaller than the least of these.
const HEADLINE_SIZES = [64, 60, 56, 52, 47, 42];
const LEAST_SHARED = 52;
const LINES = 2;

export function made(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children);
  return node;
}

export class Slide {
  constructor(number) {
    this.headline = made("h2", "sdg-slide-headline");
    this.subtitle = made("p", "sdg-slide-subtitle");
    this.edited = made("span", "sdg-slide-edited");
    this.plot = made("div", "sdg-slide-plot");
    this.summary = made("p", "sdg-slide-hidden");
    this.source = made("p", "sdg-slide-source");
    this.node = made("section", "sdg-slide", this.headline, made("div", "sdg-slide-under", this.subtitle, this.edited),
      this.plot, this.summary, this.source);
    this.cell = made("div", "sdg-slide-cell", this.node);
    this.cell.dataset.slide = String(number);
    this.plot.setAttribute("role", "img");
    this.drawn = "";
  }

  // The words of the slide; the chart follows by `draw`.
  write(content, words) {
    this.content = content;
    this.headline.textContent = content.headline;
    this.subtitle.textContent = content.subtitle;
    this.edited.textContent = content.edited ? `✎ ${words.edited}` : "";
    this.summary.textContent = content.summary;
    this.plot.setAttribute("aria-label", content.summary);
    this.source.textContent = [content.source, content.as_of].filter(Boolean).join(" · ");
  }

  // The largest size, not above the given one, at which the headline takes two lines.
  headlineSize(most = HEADLINE_SIZES[0]) {
    this.headline.style.height = "auto";
    const size = HEADLINE_SIZES.filter((size) => size <= most).find((size) => {
      this.headline.style.fontSize = `${size}px`;
      return Math.round(this.headline.scrollHeight / (size * 1.2)) <= LINES;
    });
    this.headline.style.height = "";
    return size ?? HEADLINE_SIZES.at(-1);
  }

  // `drawChart(node, content, theme)` puts the chart into its box; it is left alone where neither has changed.
  async draw(drawChart, theme) {
    const wanted = `${theme} ${this.content.key}`;
    if (this.drawn === wanted) return;
    this.drawn = wanted;
    await drawChart(this.plot, this.content, theme);
  }
}

export function fitHeadlines(slides) {
  const shared = Math.min(...slides.map((slide) => Math.max(slide.headlineSize(), LEAST_SHARED)));
  for (const slide of slides) slide.headlineSize(shared);
}
