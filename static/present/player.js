// The player: what keys and clicks ask for, the detour into the live figures, the presenter's own window, the connection.
export const playerOf = (Screen) => class Player extends Screen {
  constructor(host) {
    super(host);
    this.channelName = `sdg-deck-${Math.random().toString(36).slice(2)}`;
    this.channel = new BroadcastChannel(this.channelName);
    this.channel.onmessage = ({ data }) => data.kind === "hello" ? this.tell() : data.kind === "key" && this.act(this.keys.actionOf(data));
    window.addEventListener("keydown", (event) => this.pressed(event), true);
    document.addEventListener("fullscreenchange", () => this.fullscreenChanged());
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
    const names = Object.keys(this.themes);
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
};
