import { noChromium } from "../findChromium";
import { findProgram } from "./findProgram";
import { openChromium } from "./openChromium";
import { openFirefox } from "./openFirefox";
import { openWebKit } from "./openWebKit";
import type { Tab } from "./Tab";

/** A browser that tests open. */
export interface Engine {
  name: "Chromium" | "Firefox" | "WebKit";
  open(): Promise<Tab>;
  /** Why nothing is tested in it; null where it is. */
  skipped: string | null;
}

const firefox = findProgram("firefox-esr", "firefox");
const xvfb = findProgram("Xvfb");
const driver = findProgram("WebKitWebDriver");
const browser = findProgram("/usr/lib/*/webkit2gtk-4.*/MiniBrowser", "/usr/libexec/webkit2gtk-4.*/MiniBrowser");

export const chromium: Engine = { name: "Chromium", open: openChromium, skipped: noChromium };

/** All but Chromium, which quick tests have as well. */
export const otherEngines: readonly Engine[] = [
  {
    name: "Firefox",
    open: () => openFirefox(firefox!),
    skipped: firefox ? null : "no Firefox found, install firefox-esr",
  },
  {
    name: "WebKit",
    open: () => openWebKit({ xvfb: xvfb!, driver: driver!, browser: browser! }),
    skipped: xvfb && driver && browser ? null : "no WebKit found, install webkit2gtk-driver and xvfb",
  },
];

export const engines: readonly Engine[] = [chromium, ...otherEngines];

/** The title of tests in it, with the reason where they are skipped. */
export function inEngine({ name, skipped }: Engine, title: string): string {
  return skipped === null ? `${title} in ${name}` : `${title} in ${name} (skipped: ${skipped})`;
}
