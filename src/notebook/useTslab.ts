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
  const named = new Map<string, Place>();
  const show: DisplayHook = (bundle, { displayId, update }) => {
    const format = formats.find((type) => type in bundle) ?? "text/plain";
    const content = textIn(bundle, format);
    if (displayId === undefined) display.raw(format, content);
    else if (update) placeOf(displayId).update(format, content);
    else placeOf(displayId).show(format, content);
  };
  const placeOf = (id: string): Place => {
    const place = named.get(id) ?? new Place(newDisplay());
    named.set(id, place);
    return place;
  };
  Object.defineProperty(globalThis, displayHook, { value: show, configurable: true });
}

/**
 * An output that is updated. Nothing that tslab sends leaves while a loop runs, and what waits behind a thousand
 * messages is lost, such as the one that ends the cell: of a loop's updates, only the last is sent.
 */
class Place {
  private latest: [format: string, content: string] | undefined;

  constructor(private readonly display: TslabDisplay) {}

  show(format: string, content: string): void {
    this.display.raw(format, content);
  }

  update(format: string, content: string): void {
    if (!this.latest) queueMicrotask(() => this.sendLatest());
    this.latest = [format, content];
  }

  private sendLatest(): void {
    if (this.latest) this.show(...this.latest);
    this.latest = undefined;
  }
}

function textIn(bundle: MimeBundle, format: string): string {
  return String(bundle[format]);
}
