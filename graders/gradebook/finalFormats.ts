import { canvas } from "../report/formats/canvas";
import { csv } from "../report/formats/csv";
import { htmlFormat } from "../report/formats/html";
import { json } from "../report/formats/json";
import { moodle } from "../report/formats/moodle";
import type { Format } from "../report/Report";

/** The formats that have final marks in them. */
export const finalFormats: readonly Format[] = [csv, canvas, moodle, json, htmlFormat];
