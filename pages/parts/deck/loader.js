const folder = location.pathname.replace(/[^/]*$/, "") + "app/static/present/";
const ready = import(new URL(folder + "deck.js?v=__VERSION__", location.origin));
export default async (component) => (await ready).mount(component);
