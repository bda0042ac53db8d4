import { Script } from "node:vm";
import { readCodeCache } from "../wire/readCodeCache";

/** The bundle of realm/main.ts as text: an expression that returns `createRealm`. The bundler puts it here. */
declare const REALM_SOURCE: string;

// If the cached code was not made by the same V8, V8 rejects it and compiles the text.
export const realmScript = new Script(REALM_SOURCE, { filename: "nablab", cachedData: readCodeCache(__filename) });
