import { en } from "./en";

/**
 * Every sentence that a person reads, by area: texts, and functions of names, numbers and structures, never of finished
 * sentences. A second language would be a second file of this type.
 */
export type Words = typeof en;

/** In the language of this installation, which is chosen here and in `realmWords.ts` only. */
export const words: Words = en;
