/** The longest array for which this pays, in elements: a piece has room for two of them. */
const longest = 3072;

/** Arrays from one of these lengths up to the other are given one element more, or each would have a piece of its own. */
const [leastAlone, mostAlone] = [1793, 2048];

/** Chromium gives memory back to the system in pieces of about so many bytes, each for arrays of one size. */
const pieceBytes = 2 ** 14;

/** So many bytes of new arrays, and a look is taken at what sizes they had. */
const lookAfter = 2 ** 26;

/** Sizes with a smaller part of these bytes are left alone. */
const leastPart = 1 / 32;

/** What all sizes that a loop uses take together. Those of other loops may take as much again. */
const warmBytes = 2 ** 25;

const elementBytes = 8;

/** Bytes by size, in elements: of new arrays since the last look, and of what is warm. */
const used = new Float64Array(longest + 1);
const warm = new Float64Array(longest + 1);
let usedInAll = 0;
let warmInAll = 0;

/** They keep pieces from being given back. */
let keepers: Float64Array[] = [];

/** What is made only to be thrown away; kept here so that no engine leaves out making it. */
export const thrownAway: { last: unknown } = { last: undefined };

/**
 * A new array of `n` zeros in Chromium, in memory that has most likely been used just before.
 *
 * Chromium gives a piece of memory back to the system as soon as the last array in it is collected, and asks for it
 * again for the next one; that took half of the time in which a small network was trained, whose arrays live for a line
 * or two. So of each size that a program uses much, some arrays are kept, one in a piece. And V8 collects young objects
 * when they fill its nursery, however much memory the arrays among them have. So with each array goes an object that is
 * half as large and dropped at once: the next collection then comes before the arrays have taken more than the memory
 * that is kept. Together, both make the training twice as fast and take some 30 MB; either alone is of little use.
 *
 * Node needs none of it (collectYoung), and in Firefox and WebKit it would double the time.
 */
export function warmArray(n: number): Float64Array<ArrayBuffer> {
  if (n > longest) return new Float64Array(n);
  thrownAway.last = new Array(n);
  const bytes = n * elementBytes;
  used[n] += bytes;
  usedInAll += bytes;
  if (usedInAll >= lookAfter) look();
  return make(n);
}

function make(n: number): Float64Array<ArrayBuffer> {
  if (n < leastAlone || n > mostAlone) return new Float64Array(n);
  return new Float64Array(new ArrayBuffer((mostAlone + 1) * elementBytes), 0, n);
}

function look(): void {
  for (let n = 1; n <= longest; n++) {
    const part = used[n] / usedInAll;
    const wanted = part * warmBytes;
    if (part >= leastPart && warm[n] < wanted / 2) keepWarm(n, wanted);
  }
  used.fill(0);
  usedInAll = 0;
}

function keepWarm(n: number, bytes: number): void {
  if (warmInAll + bytes > 2 * warmBytes) letGo();
  const inPiece = Math.max(2, Math.floor(pieceBytes / (n * elementBytes)));
  const count = bytes / (n * elementBytes);
  for (let i = 0; i < count; i++) {
    const array = make(n);
    thrownAway.last = array;
    if (i % inPiece === 0) keepers.push(array);
  }
  warm[n] += bytes;
  warmInAll += bytes;
}

function letGo(): void {
  keepers = [];
  warm.fill(0);
  warmInAll = 0;
}
