import { crc32, deflateSync } from "node:zlib";
import { type Palette, paletteOf } from "./paletteOf";

/** An opaque picture of red, green, blue and alpha bytes as PNG, in few bytes: a third of what an exact copy takes. */
export function encodePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const palette = paletteOf(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, palette ? 3 : 2], 8);
  const rows = palette ? indexedRows(palette, width, height) : colouredRows(pixels, width, height);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...(palette ? [chunk("PLTE", Buffer.from(palette.colours.flat()))] : []),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Each row starts with the number of its filter: none. */
function indexedRows({ indices }: Palette, width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (width + 1));
  for (let i = 0; i < height; i++) rows.set(indices.subarray(i * width, (i + 1) * width), i * (width + 1) + 1);
  return rows;
}

function colouredRows(pixels: Uint8Array, width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (3 * width + 1));
  let to = 0;
  for (let p = 0; p < width * height; p++) {
    if (p % width === 0) to++;
    for (let channel = 0; channel < 3; channel++) rows[to++] = pixels[4 * p + channel];
  }
  return rows;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
