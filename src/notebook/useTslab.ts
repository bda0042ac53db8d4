import { type DisplayHook, displayHook, type MimeBundle } from "./display";

/** What this library needs of the module `tslab`, which that kernel offers to its cells. */
export interface Tslab {
  display: TslabDisplay;
  /** A display whose later outputs replace its first. */
  newDisplay(): TslabDisplay;
}

interface TslabDisplay {
  raw(mimeType: string, content: string): void;
}

/** One format an output, the richest that every front end of tslab shows. */
const formats = ["text/html", "image/png", "image/svg+xml", "text/plain"];

/** Shows verdicts, figures and progress through tslab's own display; call it in the first cell, before `useAssignment`. */
export function useTslab({ display, newDisplay }: Tslab): void {
  const named = new Map<string, TslabDisplay>();
  const show: DisplayHook = (bundle, { displayId }) => {
    const format = formats.find((type) => type in bundle) ?? "text/plain";
    placeOf(displayId).raw(format, textIn(bundle, format));
  };
  const placeOf = (id: string | undefined): TslabDisplay => {
    if (id === undefined) return display;
    const place = named.get(id) ?? newDisplay();
    named.set(id, place);
    return place;
  };
  Object.defineProperty(globalThis, displayHook, { value: show, configurable: true });
}

function textIn(bundle: MimeBundle, format: string): string {
  return String(bundle[format]);
}
