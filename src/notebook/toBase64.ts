/** How many bytes become characters at a time: a call takes only so many arguments. */
const step = 0x8000;

/** The bytes as base64, on every Node and in browsers. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += step) pieces.push(String.fromCharCode(...bytes.subarray(i, i + step)));
  return btoa(pieces.join(""));
}
