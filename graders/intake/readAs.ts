import { kindOfName } from "./kindOfName";

/** How readers read a file of this name: as `.ipynb` or `.ts`. */
export function readAs(fileName: string): ".ipynb" | ".ts" {
  return kindOfName(fileName) === "script" ? ".ts" : ".ipynb";
}
