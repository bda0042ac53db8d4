/** The globals that a notebook has from Node: harmless ones are built here, of this realm's own objects. */

import { CourseDate } from "./clock";
import { defineLazily, defineUnavailable } from "./defineUnavailable";
import { seededRandom } from "./seededRandom";
import { timerFunctions } from "./timers";
import { virtualTimeFormats } from "./virtualTimeFormats";

/** Modules that most programs do not need: the bundle runs them when they are first asked for. */
const modules: Record<string, () => Record<string, unknown>> = {
  Buffer: () => require("buffer/"),
  process: () => require("./globals/process"),
  performance: () => require("./globals/performance"),
  crypto: () => require("./globals/crypto"),
  structuredClone: () => require("./globals/structuredClone"),
  TextEncoder: () => require("./globals/TextEncoder"),
  TextDecoder: () => require("./globals/TextDecoder"),
  atob: () => require("./globals/base64"),
  btoa: () => require("./globals/base64"),
  DOMException: () => require("./globals/DOMException"),
  QuotaExceededError: () => require("./globals/DOMException"),
  Event: () => require("./globals/EventTarget"),
  CustomEvent: () => require("./globals/EventTarget"),
  EventTarget: () => require("./globals/EventTarget"),
  AbortController: () => require("./globals/AbortController"),
  AbortSignal: () => require("./globals/AbortController"),
};

export function defineGlobals(realm: object): void {
  for (const [name, load] of Object.entries(modules)) defineLazily(realm, name, () => load()[name]);
  defineLazily(realm, "console", () => require("./globals/console").quietConsole);
  defineLazily(realm, "Intl", virtualTimeFormats(Intl));
  Math.random = seededRandom(1);
  for (const [name, value] of Object.entries({ ...timerFunctions, Date: CourseDate, global: realm })) {
    Object.defineProperty(realm, name, { value, writable: true, configurable: true, enumerable: false });
  }
  defineUnavailable(realm);
}
