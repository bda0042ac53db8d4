import type { Format } from "../Report";
import { canvas } from "./canvas";
import { csv } from "./csv";
import { gradescope } from "./gradescope";
import { htmlFormat } from "./html";
import { json } from "./json";
import { junit } from "./junit";
import { moodle } from "./moodle";

/** All formats that `--format` knows. */
export const formats: readonly Format[] = [json, htmlFormat, csv, gradescope, junit, canvas, moodle];
