/** One output in several formats, keyed by MIME type; front ends show the richest they know. */
export interface MimeBundle {
  "text/plain": string;
  [mimeType: string]: unknown;
}

export interface DisplayOptions {
  /** Names the output so that a later call can replace it. */
  displayId?: string;
  /** Replace the output of that `displayId` instead of adding one. */
  update?: boolean;
}

export type DisplayHook = (bundle: MimeBundle, options: DisplayOptions) => void;

/** The kernel puts its {@link DisplayHook} on `globalThis` under this symbol. */
export const displayHook = Symbol.for("nablab.display");

/** A value with a method of this name chooses its own formats when it is the last expression of a cell. */
export const mimeBundle = Symbol.for("nablab.mime");

/** Shows a MIME bundle under the running cell; outside a notebook, prints its `text/plain`. */
export function display(bundle: MimeBundle, options: DisplayOptions = {}): void {
  const hook = (globalThis as Record<symbol, unknown>)[displayHook] as DisplayHook | undefined;
  if (hook) hook(bundle, options);
  else console.log(bundle["text/plain"]);
}
