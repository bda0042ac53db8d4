import type { Engine } from "../../browser/engines/engines";

const toFixed = "Cannot read properties of undefined (reading 'toFixed')";
const at = "Cannot read properties of undefined (reading 'at')";

/**
 * What engines say in words of their own where the cells of a test fail, and what V8 says. All else that is shown of an
 * error is the same.
 */
const pairs: Record<Engine["name"], readonly (readonly [own: string, v8: string])[]> = {
  Chromium: [],
  Firefox: [
    ['can\'t access property "toFixed", w[3] is undefined', toFixed],
    ['can\'t access property "at", unknown.list[7] is undefined', at],
    // Too deep a recursion.
    ["'InternalError'", "'RangeError'"],
  ],
  WebKit: [
    ["undefined is not an object (evaluating 'w[3].toFixed')", toFixed],
    ["undefined is not an object (evaluating 'unknown.list[7].at')", at],
    [". (In 'A.shape()', 'A.shape' is an instance of Array)", ""],
  ],
};

/** A text with V8's words in the place of the engine's. */
export function inWordsOfV8(engine: Engine["name"], text: string): string {
  return pairs[engine].reduce((changed, [own, v8]) => changed.replaceAll(own, v8), text);
}
