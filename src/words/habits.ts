import { habits as english } from "./en/habits";
import { live } from "./live";
import { habits as chinese } from "./zh-CN/habits";

/** What the compiler and the engine say of habits, in the language that is spoken; a table of their own, too. */
export const habits = live(english, { "zh-CN": chinese });
