import { type DisplayOptions, displayHook, type MimeBundle } from "../../src/notebook/display";

export interface Displayed {
  bundle: MimeBundle;
  options: DisplayOptions;
}

/** Collects what is displayed while `run` runs, as the kernel would get it. */
export function recordDisplays(run: () => void): Displayed[] {
  const displayed: Displayed[] = [];
  const holder = globalThis as Record<symbol, unknown>;
  holder[displayHook] = (bundle: MimeBundle, options: DisplayOptions) => displayed.push({ bundle, options });
  try {
    run();
  } finally {
    delete holder[displayHook];
  }
  return displayed;
}
