import { browser as english } from "./en/browser";
import { live } from "./live";
import { browser as chinese } from "./zh-CN/browser";

/** What the kernel says in a browser, in the language that is spoken; a table of its own, as `kernel`. */
export const browser = live(english, { "zh-CN": chinese });
