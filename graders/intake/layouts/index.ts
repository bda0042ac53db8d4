import { blackboard } from "./blackboard";
import { canvas } from "./canvas";
import { github } from "./github";
import { gradescope } from "./gradescope";
import type { Layout } from "./Layout";
import { layoutNames } from "./layoutNames";
import { moodle } from "./moodle";
import { plain } from "./plain";

const byName = { gradescope, moodle, blackboard, canvas, github, plain };

/** In the order in which they are tried. */
export const layouts: readonly Layout[] = layoutNames.map((name) => byName[name]);
