import { existsSync } from "node:fs";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium: `NABLAB_CHROMIUM`, or one of the usual places; undefined when there is none. */
export function findChromium(): string | undefined {
  return [process.env.NABLAB_CHROMIUM, ...usualPlaces].find((file) => file && existsSync(file));
}

/** Why tests in a browser are skipped; null where they run. */
export const noChromium: string | null =
  findChromium() === undefined ? "no Chromium found, set NABLAB_CHROMIUM to its path" : null;

/** The name of such tests, with that reason. */
export function inChromium(name: string): string {
  return noChromium === null ? name : `${name} (skipped: ${noChromium})`;
}
