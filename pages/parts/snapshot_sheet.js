// Puts a sheet on the page: what the server wrote and escaped, inflated. The old sheet stays until the new one is ready.
const shown = new WeakMap();

export default async ({ parentElement, data }) => {
  const held = shown.get(parentElement);
  if (held && held.length === data.length && held.every((byte, place) => byte === data[place])) return;
  shown.set(parentElement, data.slice());
  const mine = shown.get(parentElement);
  const stream = new Blob([mine]).stream().pipeThrough(new DecompressionStream("deflate"));
  const markup = await new Response(stream).text();
  if (shown.get(parentElement) === mine) parentElement.innerHTML = markup;
};
