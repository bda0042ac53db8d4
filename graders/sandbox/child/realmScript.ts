import { Script } from "node:vm";
import { readCodeCache } from "../wire/readCodeCache";

/** The bundle of realm/main.ts as text: an expression that gives `createRealm`. The bundler puts it here. */
declare const REALM_SOURCE: string;

// V8 compiles the text where it finds the code made by other means than its own.
export const realmScript = new Script(REALM_SOURCE, { filename: "nablab", cachedData: readCodeCache(__filename) });
