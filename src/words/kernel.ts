import { kernel as english } from "./en/kernel";
import { live } from "./live";
import { kernel as chinese } from "./zh-CN/kernel";

/** What the kernel says, in the language that is spoken. It has a table of its own, as it loads no more than it needs. */
export const kernel = live(english, { "zh-CN": chinese });
