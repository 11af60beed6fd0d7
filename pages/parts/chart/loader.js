const folder = location.pathname.replace(/[^/]*$/, "") + "app/static/";
const library = document.createElement("script");
library.src = folder + "plotly/__BUNDLE__";
window.sdgPlotly ??= new Promise((done, failed) => {
  library.onload = () => done(window.Plotly);
  library.onerror = failed;
  document.head.append(library);
});
const ready = import(new URL(folder + "chart/mount.js?v=__VERSION__", location.origin));
export default async (component) => (await ready).mount(component);
