import { course } from "./course";
import type { Format } from "./Format";
import { nbgrader } from "./nbgrader";
import { otter } from "./otter";
import { otterV0 } from "./otterV0";

/** In the order in which they are tried: metadata is more reliable than comments. */
export const formats: Format[] = [nbgrader, otter, otterV0, course];
