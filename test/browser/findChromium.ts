import { existsSync } from "node:fs";

const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium: `NABLAB_CHROMIUM`, or one of the usual places; undefined when there is none. */
export function findChromium(): string | undefined {
  return [process.env.NABLAB_CHROMIUM, ...usualPlaces].find((file) => file && existsSync(file));
}
