// A message as it travels (`pages/parts/streamlit/component.py`): a mark, the length of its key in one byte and of its body in
// four, and the key. Small bodies are plain and read at once, large ones are deflated.
export const MARK = [0xf8, 0x73, 0x64, 0x67, 0xfc];

export function opened(bytes, at = 0) {
  const lengths = new DataView(bytes.buffer, bytes.byteOffset + at + MARK.length, 5);
  const start = at + MARK.length + 5;
  const body = start + lengths.getUint8(0);
  const end = body + lengths.getUint32(1, true);
  const key = String.fromCharCode(...bytes.subarray(start, body));
  return { key, body: bytes.subarray(body, end), whole: bytes.subarray(at, end) };
}

export function unpack(message) {
  const { body } = opened(message);
  return body[0] === "{".charCodeAt(0) ? JSON.parse(new TextDecoder().decode(body)) : inflated(body);
}

// Written and read by hand, because a stream made of a blob or a response comes back only after other tasks.
export async function inflated(bytes) {
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  writer.write(bytes);
  writer.close();
  const reader = readable.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    text += decoder.decode(piece.value, { stream: true });
  }
  return JSON.parse(text);
}

// The first message in what came over the connection, if there is one.
export function found(bytes) {
  for (let at = bytes.indexOf(MARK[0]); at >= 0; at = bytes.indexOf(MARK[0], at + 1)) {
    if (MARK.every((byte, index) => bytes[at + index] === byte)) return opened(bytes, at);
  }
  return null;
}

export function same(one, other) {
  return one?.length === other.length && one.every((byte, index) => byte === other[index]);
}
