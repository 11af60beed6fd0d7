// The player: all slides of a deck drawn in advance, one of them visible. It holds everything it shows, so that keys
// go on working when the line or the server is gone. `host` is what differs between the dashboard and a saved file.
const MOST_DOTS = 12;

export class Player {
  constructor(host) {
    Object.assign(this, host);
    this.at = 0;
    this.slides = [];
    this.typed = "";
    this.showing = false;
    this.away = false;
    this.theme = host.theme ?? "light";
    this.build();
    this.channelName = `sdg-deck-${Math.random().toString(36).slice(2)}`;
    this.channel = new BroadcastChannel(this.channelName);
    this.channel.onmessage = ({ data }) => data.kind === "hello" ? this.tell() : data.kind === "key" && this.act(this.keys.actionOf(data));
    window.addEventListener("keydown", (event) => this.pressed(event), true);
    window.addEventListener("resize", () => this.fit());
    document.addEventListener("fullscreenchange", () => this.fullscreenChanged());
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

  colour() {
    const colours = this.palettes[this.theme];
    for (const name of ["paper", "ink", "muted", "rule", "grid", "accent", "gold"]) this.root.style.setProperty(`--deck-${name}`, colours[name]);
  }

  // The slide on screen first, its neighbours next, the rest when the browser is idle.
  async drawAll() {
    const turn = this.turn = (this.turn ?? 0) + 1;
    const Plotly = await this.plotly;
    await document.fonts?.load("650 64px Inter").catch(() => null);
    this.parts.fitHeadlines(this.slides);
    const order = this.slides.map((_, index) => index).sort((a, b) => Math.abs(a - this.at) - Math.abs(b - this.at));
    for (const index of order) {
      if (turn !== this.turn || !this.slides[index]) return;
      await this.slides[index].draw(Plotly, this.prepared, this.palettes, this.theme);
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

  // --- what a key or a click asks for ----------------------------------------------------------------------------

  pressed(event) {
    if (this.away) {
      if (this.keys.actionOf(event) === "explore") this.taken(event, () => this.comeBack());
      return;
    }
    if (!this.showing) return;
    const action = this.keys.actionOf(event);
    if (action) this.taken(event, () => this.act(action));
  }

  taken(event, act) {
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  act(action) {
    if (!action || !this.showing) return;
    if (action.startsWith("digit ")) return this.type(action.at(-1));
    if (action === "enter") return this.typed ? this.go(Number(this.ended()) - 1) : this.go(this.at + 1);
    this.ended();
    if (action === "help") return this.toggleHelp();
    if (action === "leave") return this.leave();
    if (!this.help.hidden) this.help.hidden = true;
    const steps = { next: this.at + 1, previous: this.at - 1, first: 0, last: this.slides.length - 1 };
    if (action in steps) {
      this.root.classList.remove("black");
      return this.go(steps[action]);
    }
    const acts = {
      full: () => this.toggleFull(), black: () => this.root.classList.toggle("black"), theme: () => this.nextTheme(),
      language: () => this.nextLanguage(), notes: () => this.openNotes(), explore: () => this.goExploring(),
      picture: () => this.savePicture?.(this),
    };
    return acts[action]?.();
  }

  type(digit) {
    this.typed = (this.typed + digit).slice(-2);
    this.jump.textContent = `${this.typed} ⏎`;
    this.jump.hidden = false;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.ended(), 4000);
  }

  ended() {
    const typed = this.typed;
    this.typed = "";
    this.jump.hidden = true;
    clearTimeout(this.typing);
    return typed;
  }

  leave() {
    if (!this.help.hidden) this.help.hidden = true;
    else if (this.root.classList.contains("black")) this.root.classList.remove("black");
    else {
      this.stop();
      this.left?.(this);
    }
  }

  clicked(event) {
    if (!this.showing) {
      const cell = event.target.closest(".sdg-slide-cell");
      if (cell) this.start(Number(cell.dataset.slide) - 1);
      return;
    }
    if (event.target.closest("a, button")) return;
    if (!this.help.hidden) this.help.hidden = true;
    else this.act(event.clientX < window.innerWidth * 0.2 ? "previous" : "next");
  }

  pointerMoved() {
    if (!this.showing) return;
    this.root.classList.remove("still");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.root.classList.add("still"), 2000);
  }

  nextTheme() {
    const names = Object.keys(this.palettes).filter((name) => ["light", "dark", "contrast"].includes(name));
    this.theme = names[(names.indexOf(this.theme) + 1) % names.length];
    this.root.dataset.theme = this.theme;
    this.keepTheme?.(this.theme);
    this.colour();
    this.drawing = this.drawAll();
  }

  nextLanguage() {
    const names = Object.keys(this.deck.langs);
    this.lang = names[(names.indexOf(this.lang) + 1) % names.length];
    this.write();
  }

  toggleFull() {
    this.asked = true;
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => null);
  }

  // Escape ends the browser's full screen without a key event reaching the page: it means leaving, as elsewhere.
  fullscreenChanged() {
    this.fit();
    if (!document.fullscreenElement && this.showing && !this.asked) this.leave();
    this.asked = false;
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    if (this.help.hidden) return;
    const { made } = this.parts;
    const rows = this.words.help.filter(([, , only]) => !only || this[only]).map(([keys, words]) =>
      made("div", "", made("dt", "", ...keys.split(" ").map((key) => made("kbd", "", key))), made("dd", "", words)));
    this.help.replaceChildren(made("h2", "", this.words.keys), made("dl", "", ...rows));
    this.help.setAttribute("aria-label", this.words.keys);
  }

  // --- detour, notes, connection ---------------------------------------------------------------------------------

  goExploring() {
    if (!this.explore) return;
    this.stop();
    this.away = true;
    this.root.remove();
    this.pill.textContent = `← ${this.words.back.replace("{number}", this.at + 1)}`;
    document.body.append(this.pill);
    this.explore(this, this.content.slides[this.at].explore);
  }

  comeBack() {
    this.start(this.at);
    this.returned?.(this);
  }

  openNotes() {
    const notes = window.open("", this.channelName, "popup,width=940,height=700");
    if (!notes) return this.announce(this.words.blocked);
    if (!notes.document.querySelector("script")) {
      const script = notes.document.createElement("script");
      script.type = "module";
      script.src = this.notesAddress;
      notes.document.head.append(script);
    }
    return window.focus();
  }

  tell() {
    const slides = this.content.slides;
    const slide = slides[this.at];
    if (!slide) return;
    this.channel.postMessage({
      kind: "slide", lang: this.lang, words: this.words, number: this.at + 1, count: slides.length,
      headline: slide.headline, summary: slide.summary, notes: slide.notes, next: slides[this.at + 1]?.headline,
    });
  }

  announce(words) {
    this.badge.textContent = words;
    this.badge.hidden = false;
    setTimeout(() => this.online(this.isOnline ?? true), 4000);
  }

  online(isOnline) {
    this.isOnline = isOnline;
    this.badge.textContent = this.words.offline;
    this.badge.hidden = isOnline;
  }
}
