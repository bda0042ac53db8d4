import type { Engine } from "../../browser/engines/engines";

const toFixed = "Cannot read properties of undefined (reading 'toFixed')";
const below = (code: string, column: number): string => `${code}\n    | ${" ".repeat(column)}\u001b[31m^`;

/**
 * What engines say in words of their own where the cells of a test fail, and what V8 says. All else that is shown of an
 * error is the same. Where a property of undefined is read, Firefox points to the beginning of what is undefined, and V8
 * to the property.
 */
const pairs: Record<Engine["name"], readonly (readonly [own: string, v8: string])[]> = {
  Chromium: [],
  Firefox: [
    ['can\'t access property "toFixed", w[3] is undefined', toFixed],
    ["propagate (Cell [3]:2:3)", "propagate (Cell [3]:2:15)"],
    [below("return w[3].toFixed();", 2), below("return w[3].toFixed();", 14)],
    // Too deep a recursion.
    ["'InternalError'", "'RangeError'"],
  ],
  WebKit: [
    ["undefined is not an object (evaluating 'w[3].toFixed')", toFixed],
    [". (In 'A.shape()', 'A.shape' is an instance of Array)", ""],
  ],
};

/** A text with V8's words in the place of the engine's. */
export function inWordsOfV8(engine: Engine["name"], text: string): string {
  return pairs[engine].reduce((changed, [own, v8]) => changed.replaceAll(own, v8), text);
}
