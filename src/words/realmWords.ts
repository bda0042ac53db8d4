import { realm } from "./en/realm";

/** A part of the table: as little as possible should run beside hostile code. It chooses the language as well. */
export const realmWords: typeof realm = realm;
