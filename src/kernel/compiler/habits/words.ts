import { habits } from "../../../words/habits";

/** A part of the table, since the compiler's thread starts with the kernel. The language is chosen here as well. */
export const words: typeof habits = habits;
