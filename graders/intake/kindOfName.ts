import { extname, parse } from "node:path";

/**
 * What a file is by its name. Some systems append an ending to what they do not know: `ada.ipynb.txt` and
 * `ada.ipynb.json` are notebooks too. Declarations (`.d.ts`) hold no code.
 */
export type Kind = "notebook" | "script" | "archive" | "other";

const notebook = /\.ipynb(\.(json|txt))?$/i;
const script = /\.ts(\.txt)?$/i;
const declarations = /\.d\.ts(\.txt)?$/i;

export function kindOfName(name: string): Kind {
  if (notebook.test(name)) return "notebook";
  if (script.test(name) && !declarations.test(name)) return "script";
  return /\.zip$/i.test(name) ? "archive" : "other";
}

/** The name without what tells its kind. */
export function stemOf(name: string): string {
  const known = [notebook, declarations, script].find((ending) => ending.test(name));
  return known ? name.replace(known, "") : parse(name).name;
}

/** `.pdf` */
export function endingOf(name: string): string {
  return extname(name).toLowerCase();
}
