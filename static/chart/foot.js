// What stands under a chart: source, notes, and one quiet row of actions with the panel they open.
import { button, element } from "./dom.js";
import { saveBlob } from "./save.js";

export function makeFoot(card) {
  const { foot, words, slide } = card.payload;
  card.foot.replaceChildren();
  if (!foot) return;
  const source = element("p", { class: "sdg-source", title: foot.full_source || null });
  foot.source.forEach((part, index) => {
    if (index) source.append(" · ");
    source.append(part.href ? element("a", { href: part.href, target: "_blank", rel: "noopener" }, part.text) : part.text);
  });
  source.append(element("span", { class: "sdg-as-of" }, ` · ${foot.as_of}`));
  card.foot.append(source);
  for (const caveat of foot.caveats) card.foot.append(element("p", { class: "sdg-caveat" }, caveat));
  const notes = element("div", { class: "sdg-notes" }, ...foot.notes.map((note) => element("p", { class: "sdg-note" }, note)));
  if (words) card.foot.append(actions(card, words, foot, slide, notes));
  card.foot.append(notes);
}

// Notes are one press away; what changes the reading stands above as a caveat. Paper shows them all.
function notesOpener(card, foot, notes) {
  const made = button(foot.notes_label, () => {
    card.areNotesOpen = !card.areNotesOpen;
    show();
  });
  const show = () => {
    notes.classList.toggle("sdg-closed", !card.areNotesOpen);
    made.setAttribute("aria-expanded", String(Boolean(card.areNotesOpen)));
  };
  show();
  return made;
}

function actions(card, words, foot, slide, notes) {
  const row = element("div", { class: "sdg-actions", role: "group", "aria-label": words.actions });
  const opener = (kind) => button(words[kind], () => open(card, kind), {
    "data-kind": kind, "aria-expanded": String(card.payload.panel?.kind === kind),
  });
  const formats = element("span", { class: "sdg-formats", hidden: "" });
  const download = button(words.download, () => {
    formats.hidden = !formats.hidden;
    download.setAttribute("aria-expanded", String(!formats.hidden));
  }, { "aria-expanded": "false" });
  for (const kind of foot.files) {
    formats.append(button(kind.toUpperCase(), () => card.send("file", { kind }), { "data-file": kind }));
  }
  if (foot.notes.length) row.append(notesOpener(card, foot, notes));
  row.append(opener("table"));
  row.append(download, formats);
  if (foot.method) row.append(opener("method"));
  row.append(linkButton(card, words));
  row.append(button(words.present, () => present(card)));
  if (slide) row.append(button(words.deck, () => card.send("deck", { code: card.payload.slide })));
  return row;
}

// As a slide, with a way back to this very view; a chart that no slide can rebuild fills the screen by itself.
function present(card) {
  const { foot, slide } = card.payload;
  if (!slide) {
    card.root.requestFullscreen?.();
    return;
  }
  const base = location.pathname.replace(/[^/]*$/, "");
  const back = location.pathname.slice(base.length) + location.search;
  const query = new URLSearchParams({ deck: "one", c: slide, ...foot.state, slide: "1", back });
  history.pushState({}, "", `${base}present?${query}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

function linkButton(card, words) {
  const made = button(words.link, async () => {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(card.payload.foot.state)) {
      if (!address.searchParams.has(name)) address.searchParams.set(name, value);
    }
    await copy(address.href, made, words);
  });
  return made;
}

async function copy(text, made, words) {
  const before = made.textContent;
  try {
    await navigator.clipboard.writeText(text);
    made.textContent = words.copied;
  } catch {
    window.prompt(words.copy, text);
  }
  setTimeout(() => { made.textContent = before; }, 1600);
}

function open(card, kind) {
  const closing = card.payload.panel?.kind === kind;
  card.send("panel", closing ? null : kind);
}

export function showPanel(card) {
  const { panel, words } = card.payload;
  for (const made of card.foot.querySelectorAll("[data-kind]")) {
    made.setAttribute("aria-expanded", String(panel?.kind === made.dataset.kind));
  }
  const written = JSON.stringify(panel ?? null);
  if (written === card.panelShown) return;
  card.panelShown = written;
  card.panel.replaceChildren();
  if (panel?.kind === "table") card.panel.append(table(panel));
  if (panel?.kind === "method") card.panel.append(method(panel, words));
}

function table(panel) {
  const head = element("tr", {}, ...panel.columns.map(({ label, number }) =>
    element("th", { scope: "col", class: number ? "sdg-number" : null }, label)));
  const rows = panel.rows.map((row) => element("tr", {}, ...row.map((cell, index) =>
    element(index ? "td" : "th", { scope: index ? null : "row", class: panel.columns[index].number ? "sdg-number" : null }, cell))));
  const made = element("table", {}, element("caption", { class: "sdg-hidden" }, panel.caption),
    element("thead", {}, head), element("tbody", {}, ...rows));
  return element("div", { class: "sdg-scroll", tabindex: "0", role: "region", "aria-label": panel.caption }, made);
}

function method(panel, words) {
  const parameters = element("dl", {}, ...panel.params.flatMap(([name, value]) =>
    [element("dt", {}, `$${name}`), element("dd", {}, value)]));
  const copied = button(words.copy, () => copy(panel.text, copied, words));
  return element("div", {}, element("p", { class: "sdg-note" }, panel.intro), parameters,
    element("pre", { tabindex: "0", "aria-label": words.method }, element("code", {}, panel.sql)), copied);
}

export function saveFile({ name, mime, base64 }) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  saveBlob(new Blob([bytes], { type: mime }), name);
}
