const mount = import(new URL("app/static/chart/chart.js?v=__VERSION__", location.href));
export default async (it) => (await mount).mount(it);
