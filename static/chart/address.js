// Where files beside this code lie: in the folder `static`, with the version of this code.
export const addressOf = (path) => new URL(`../${path}${new URL(import.meta.url).search}`, import.meta.url).href;
