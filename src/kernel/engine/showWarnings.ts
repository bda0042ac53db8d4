import { type Warn, warnHook } from "../../core/warnHook";
import type { CellContext } from "./CellContext";

/**
 * Prints each of the library's warnings once per cell. Called before cells load the library.
 *
 * @param print on the standard error stream
 */
export function showWarnings(currentCell: () => CellContext | undefined, print: (text: string) => void): void {
  const shown = new WeakMap<CellContext, Set<string>>();
  const warn: Warn = (text) => {
    const context = currentCell();
    if (!context) return;
    const texts = shown.get(context) ?? new Set();
    shown.set(context, texts);
    if (texts.has(text)) return;
    texts.add(text);
    print(`RuntimeWarning: ${text}\n`);
  };
  Object.defineProperty(globalThis, warnHook, { value: warn });
}
