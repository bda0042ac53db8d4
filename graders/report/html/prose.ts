import { prose as proseText } from "../../../src/notebook/prose";
import { type Html, trusted } from "./html";

/** A message for a page, as a notebook shows it. */
export function prose(text: string): Html {
  return trusted(proseText(text));
}
