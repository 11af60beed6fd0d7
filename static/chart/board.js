// How the cards of one element stand: headings, and columns of cards and notes. A card's node is made once and moved
// where the rows say.
import { element } from "./dom.js";

export class Board {
  constructor(parent) {
    this.root = element("div", { class: "sdg-board" });
    this.cells = new Map();
    parent.replaceChildren(this.root);
  }

  // The node in which a card stands; the same for as long as the card is on the board.
  cell(key) {
    if (!this.cells.has(key)) this.cells.set(key, element("div", { class: "sdg-cell", "data-card": key }));
    return this.cells.get(key);
  }

  forget(key) {
    this.cells.get(key)?.remove();
    this.cells.delete(key);
  }

  arrange(rows) {
    if (rows === this.rows) return;
    this.rows = rows;
    this.root.replaceChildren(...rows.map((row) => this.row(row)));
  }

  row(row) {
    if (row.heading) return element(`h${row.level}`, { class: "sdg-heading" }, row.heading);
    if (row.paragraph) return element("p", { class: "sdg-paragraph" }, row.paragraph);
    return this.columns(row);
  }

  columns({ widths, gap, columns }) {
    const level = widths.length > 1 && columns.every((shown) => shown.length === 1) ? " sdg-level" : "";
    const made = element("div", { class: `sdg-row sdg-gap-${gap ?? "large"}${level}` },
      ...columns.map((shown) => element("div", { class: "sdg-column" }, ...shown.map((item) => this.item(item)))));
    made.style.gridTemplateColumns = widths.map((width) => `minmax(0, ${width}fr)`).join(" ");
    return made;
  }

  item({ card, title, words }) {
    if (card) return this.cell(card);
    return element("div", { class: "sdg-absent" }, element("strong", {}, title), element("p", {}, words));
  }
}
