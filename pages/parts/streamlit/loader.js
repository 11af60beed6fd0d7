const mount = import(new URL("app/static/chart/mount.js?v=__VERSION__", location.href));
export default async (it) => (await mount).mount(it);
