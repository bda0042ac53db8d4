import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { codeCacheOf } from "../wire/codeCacheOf";

/** The bundle of realm/main.ts as text: an expression that gives `createRealm`. The bundler puts it here. */
declare const REALM_SOURCE: string;

// V8 compiles the text where it finds the code made by other means than its own.
export const realmScript = new Script(REALM_SOURCE, { filename: "nablab", cachedData: cachedCode() });

function cachedCode(): Buffer | undefined {
  try {
    return readFileSync(codeCacheOf(__filename));
  } catch {
    // There is none, or it may not be read.
    return undefined;
  }
}
