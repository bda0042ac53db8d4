import { toBase64 } from "../toBase64";

/** Pixels, red, green, blue and alpha each, as the address of a PNG picture; not compressed. */
export function pngUri(pixels: Uint8Array, width: number, height: number): string {
  const header = new Uint8Array([...bigEndian(width), ...bigEndian(height), 8, 6, 0, 0, 0]);
  const bytes = [signature, chunk("IHDR", header), chunk("IDAT", stored(rowsOf(pixels, width, height))), chunk("IEND")];
  return `data:image/png;base64,${toBase64(joined(bytes))}`;
}

const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Each row starts with the number of its filter: none. */
function rowsOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(height * (4 * width + 1));
  for (let i = 0; i < height; i++) {
    rows.set(pixels.subarray(i * 4 * width, (i + 1) * 4 * width), i * (4 * width + 1) + 1);
  }
  return rows;
}

/** A zlib stream of blocks that are stored as they are. */
function stored(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [new Uint8Array([0x78, 0x01])];
  const most = 0xffff;
  for (let i = 0; i < data.length; i += most) {
    const block = data.subarray(i, i + most);
    const [low, high] = [block.length & 0xff, block.length >> 8];
    parts.push(new Uint8Array([i + most >= data.length ? 1 : 0, low, high, low ^ 0xff, high ^ 0xff]), block);
  }
  return joined([...parts, bigEndian(adler32(data))]);
}

function chunk(type: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  return joined([bigEndian(data.length), body, bigEndian(crc32(body))]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function bigEndian(value: number): Uint8Array {
  return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function adler32(data: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}
