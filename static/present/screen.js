// What stands on the screen: all slides of a deck drawn in advance, one of them visible. It holds everything it shows,
// so that slides go on when the line or the server is gone. `host` is what differs between the dashboard and a saved file.
const MOST_DOTS = 12;

export class Screen {
  constructor(host) {
    Object.assign(this, host);
    this.at = 0;
    this.slides = [];
    this.typed = "";
    this.showing = false;
    this.away = false;
    this.theme = host.theme ?? "light";
    this.build();
    window.addEventListener("resize", () => this.fit());
  }

  build() {
    const { made } = this.parts;
    this.stage = made("div", "sdg-deck-stage");
    this.dots = made("div", "sdg-deck-dots");
    this.badge = made("p", "sdg-deck-badge");
    this.jump = made("p", "sdg-deck-jump");
    this.help = made("div", "sdg-deck-help");
    this.help.setAttribute("role", "dialog");
    this.live = made("p", "sdg-slide-hidden");
    this.live.setAttribute("aria-live", "polite");
    this.badge.setAttribute("role", "status");
    for (const part of [this.badge, this.jump, this.help]) part.hidden = true;
    this.frame = made("div", "sdg-deck-frame", this.stage, this.dots, this.jump, this.badge, this.help);
    this.root = made("div", "sdg-deck", this.frame, this.live);
    this.root.tabIndex = -1;
    this.root.setAttribute("role", "region");
    this.dots.setAttribute("role", "img");
    this.root.addEventListener("click", (event) => this.clicked(event));
    this.root.addEventListener("mousemove", () => this.pointerMoved());
    this.pill = made("button", "sdg-deck-return");
    this.pill.type = "button";
    this.pill.addEventListener("click", () => this.comeBack());
  }

  // --- what is shown ---------------------------------------------------------------------------------------------

  load(deck, lang) {
    const same = this.deck?.id === deck.id;
    this.deck = deck;
    this.lang = deck.langs[lang] ? lang : Object.keys(deck.langs)[0];
    const count = this.content.slides.length;
    while (this.slides.length > count) this.slides.pop().cell.remove();
    while (this.slides.length < count) {
      const slide = new this.parts.Slide(this.slides.length + 1);
      this.slides.push(slide);
      this.stage.append(slide.cell);
    }
    this.dots.classList.toggle("many", count > MOST_DOTS);
    this.dots.replaceChildren(...(count > MOST_DOTS ? [] : this.slides.map(() => this.parts.made("i", ""))));
    if (!same) this.at = 0;
    this.at = Math.min(this.at, Math.max(count - 1, 0));
    this.write();
  }

  get content() { return this.deck.langs[this.lang]; }

  get words() { return this.deck.words[this.lang]; }

  write() {
    this.root.lang = this.lang;
    this.root.dataset.theme = this.theme;
    this.slides.forEach((slide, index) => slide.write(this.content.slides[index], this.words));
    this.parts.fitHeadlines(this.slides);
    this.badge.textContent = this.words.offline;
    this.root.setAttribute("aria-label", this.content.name);
    this.colour();
    this.show();
    this.drawing = this.drawAll();
  }

  // For the frame of the slides, and for pictures, which name their colours by variables too.
  colour() {
    for (const [name, colour] of Object.entries(this.themes[this.theme].colours)) this.root.style.setProperty(`--sdg-${name}`, colour);
  }

  // The slide on screen first, its neighbours next, the rest when the browser is idle.
  async drawAll() {
    const turn = this.turn = (this.turn ?? 0) + 1;
    await document.fonts?.load("650 64px Inter").catch(() => null);
    this.parts.fitHeadlines(this.slides);
    const order = this.slides.map((_, index) => index).sort((a, b) => Math.abs(a - this.at) - Math.abs(b - this.at));
    for (const index of order) {
      if (turn !== this.turn || !this.slides[index]) return;
      await this.slides[index].draw(this.drawChart, this.theme);
      await new Promise((done) => setTimeout(done));
    }
    this.root.dataset.drawn = `${this.lang} ${this.theme} ${this.deck.digest ?? ""}`;
  }

  show() {
    this.slides.forEach(({ cell }, index) => {
      cell.classList.toggle("current", index === this.at);
      cell.ariaHidden = this.showing && index !== this.at ? "true" : null;
    });
    [...this.dots.children].forEach((dot, index) => dot.classList.toggle("current", index === this.at));
    if (this.slides.length > MOST_DOTS) this.dots.textContent = `${this.at + 1} / ${this.slides.length}`;
    this.dots.setAttribute("aria-label", `${this.at + 1} / ${this.slides.length}`);
    this.root.dataset.slide = String(this.at + 1);
    if (!this.showing) return;
    this.live.textContent = this.content.slides[this.at]?.headline ?? "";
    this.moved?.(this);
    this.tell();
  }

  go(index) {
    const wanted = Math.min(Math.max(index, 0), this.slides.length - 1);
    if (wanted === this.at) return;
    this.at = wanted;
    this.show();
  }

  fit() {
    const scale = Math.min(window.innerWidth / this.parts.WIDTH, window.innerHeight / this.parts.HEIGHT);
    this.root.style.setProperty("--deck-scale", String(scale));
    this.root.style.setProperty("--deck-left", `${(window.innerWidth - this.parts.WIDTH * scale) / 2}px`);
    this.root.style.setProperty("--deck-top", `${(window.innerHeight - this.parts.HEIGHT * scale) / 2}px`);
  }

  start(index = this.at) {
    this.at = Math.min(Math.max(index, 0), this.slides.length - 1);
    this.showing = true;
    this.away = false;
    this.pill.remove();
    document.body.append(this.root);
    this.root.classList.add("showing");
    document.documentElement.classList.add("sdg-deck-shown");
    this.fit();
    this.show();
    this.pointerMoved();
    this.root.focus({ preventScroll: true });
    this.watch?.(this);
  }

  stop() {
    this.showing = false;
    this.root.classList.remove("showing", "black");
    document.documentElement.classList.remove("sdg-deck-shown");
    this.help.hidden = true;
    if (document.fullscreenElement) document.exitFullscreen?.();
    this.rest?.(this);
    this.show();
  }
}
