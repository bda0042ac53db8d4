import { type DisplayOptions, displayHook, type MimeBundle } from "../../src/notebook/display";

export interface Displayed {
  bundle: MimeBundle;
  options: DisplayOptions;
}

const holder = globalThis as Record<symbol, unknown>;

/** Collects what is displayed while `run` runs, as the kernel would get it. */
export function recordDisplays(run: () => void): Displayed[] {
  const displayed = startRecording();
  try {
    run();
  } finally {
    delete holder[displayHook];
  }
  return displayed;
}

/** The same, until the promise of `run` settles. */
export async function recordDisplaysAsync(run: () => Promise<void>): Promise<Displayed[]> {
  const displayed = startRecording();
  try {
    await run();
  } finally {
    delete holder[displayHook];
  }
  return displayed;
}

function startRecording(): Displayed[] {
  const displayed: Displayed[] = [];
  holder[displayHook] = (bundle: MimeBundle, options: DisplayOptions) => displayed.push({ bundle, options });
  return displayed;
}
