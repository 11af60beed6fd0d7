// A printed sheet: markup that the server wrote and escaped, put in the place of the one before.
export class Sheet {
  constructor(parent) {
    this.parent = parent;
  }

  show({ sheet }) {
    if (sheet === this.shown) return;
    this.shown = sheet;
    this.parent.innerHTML = sheet;
  }

  again() {}

  remove() {
    this.parent.replaceChildren();
  }
}
