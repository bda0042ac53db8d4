import { type MimeBundle, mimeBundle } from "../../notebook/display";
import { checkFormats } from "./checkFormats";
import type { Inspect } from "./Platform";
import { readSafely } from "./readSafely";

/**
 * The formats of a cell's last expression: what its `nablab.mime` method returns or promises, or the value as text;
 * undefined for a value that shows nothing.
 *
 * @throws what the value's own methods throw; TypeError for formats that no front end could show
 */
export async function toMimeBundle(value: unknown, inspect: Inspect): Promise<MimeBundle | undefined> {
  const method = readSafely(() => (value as Record<symbol, unknown> | null | undefined)?.[mimeBundle], undefined);
  if (typeof method !== "function") return { "text/plain": inspect(value) };
  const formats: unknown = await method.call(value);
  return formats === undefined ? undefined : checkFormats(formats, inspect);
}
