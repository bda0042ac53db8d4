/** The declarations are in a block, so that they may reuse the names of the parameters. */
const head = '($nablab, require, $standIns) {\n"use strict";{\n';

/** How many lines of a program come before its first declaration. */
export const linesBefore = head.split("\n").length - 1;

/**
 * JavaScript that runs in the sandbox: an expression whose value is a function of the module, `require` and the
 * stand-ins.
 *
 * @param pieces the declarations, as JavaScript
 * @param end the last line
 * @param async whether a declaration has a top-level `await`
 */
export function programOf(pieces: readonly string[], end: string, async: boolean): string {
  return `(${async ? "async function" : "function"} ${head}${[...pieces, end].join("\n")}\n}})`;
}
