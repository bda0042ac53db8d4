import { en } from "./en";

/**
 * Every sentence that a person reads, by area: texts, and functions of names, numbers and structures, never of finished
 * sentences. A second language is a second file of this type.
 */
export type Words = typeof en;

/** In the language that is spoken, which is chosen here and nowhere else. */
export const words: Words = en;
