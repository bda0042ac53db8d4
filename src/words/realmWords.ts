import { realm } from "./en/realm";

/** A small part of the table by itself, as little as possible is to run beside hostile code; the language is chosen here too. */
export const realmWords: typeof realm = realm;
