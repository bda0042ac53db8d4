import { site as english } from "./en/site";
import { live } from "./live";
import { site as chinese } from "./zh-CN/site";

/** What a site says, in the language that is spoken. It has a table of its own, as its page loads no more than it needs. */
export const site = live(english, { "zh-CN": chinese });
