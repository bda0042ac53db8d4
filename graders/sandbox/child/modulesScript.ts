import { Script } from "node:vm";
import { readCodeCache } from "../wire/readCodeCache";

/** The bundle of realm/tensorflow.ts as text, or empty where no program needs it. The bundler puts it here. */
declare const MODULES_SOURCE: string;

/** Null where there is none: it is a text of its own, so that whoever does not need it does not pay for it. */
export const modulesScript =
  MODULES_SOURCE === ""
    ? null
    : new Script(MODULES_SOURCE, { filename: "nablab/tf", cachedData: readCodeCache(__filename, "modules") });
