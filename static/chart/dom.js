// Building elements without ever writing markup from data.
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function button(label, act, attributes = {}) {
  const made = element("button", { type: "button", class: "sdg-action", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}
