import { printable } from "./printable";

/** Shortens a text from a submission, and removes line breaks and other control characters. */
export function clip(text: string, length: number): string {
  const line = printable(text);
  const characters = Array.from(line.slice(0, 2 * length + 2));
  return characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : line;
}
