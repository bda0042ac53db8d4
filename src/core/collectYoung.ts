import { inNode } from "./inNode";

/** Bytes of new arrays after which it pays to look for those that are no longer needed. */
const often = 2 ** 24;

type Collect = (options: { type: "minor" }) => void;

let allocated = 0;
let collect: Collect | null | undefined;

/**
 * Counts the bytes of a new array and, in Node, has V8 collect the youngest objects now and then: about half a
 * millisecond, whatever else the program holds.
 *
 * Most results live for a line or two. V8 collects the young when their objects, which are small, fill its nursery, and
 * otherwise everything, for some 15 ms, when 64 MB of arrays hang on them. So a training loop on arrays of 10,000 to
 * 500,000 elements took up to twice as long, and twice the memory: its arrays always lay in memory not touched before.
 */
export function collectYoung(bytes: number): void {
  allocated += bytes;
  if (allocated < often) return;
  allocated = 0;
  if (collect === undefined) collect = findCollector();
  collect?.({ type: "minor" });
}

/** V8 gives its function `gc` to contexts that are made while the flag is set. */
function findCollector(): Collect | null {
  if (!inNode()) return null;
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  setFlagsFromString("--expose-gc");
  const found: Collect = process.getBuiltinModule("node:vm").runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  return found;
}
