import { type MimeBundle, mimeBundle } from "../../notebook/display";
import { checkFormats } from "./checkFormats";
import type { Inspect } from "./Platform";
import { readSafely } from "./readSafely";

/** Methods that choose a value's formats: ours, and the one of Deno and of libraries made for it. */
const methods = [mimeBundle, Symbol.for("Jupyter.display")];

/**
 * The formats of a cell's last expression: what its `nablab.mime` or `Jupyter.display` method returns or promises, or
 * the value as text; undefined for a value that shows nothing.
 *
 * @throws what the value's own methods throw; TypeError for formats that no front end could show
 */
export async function toMimeBundle(value: unknown, inspect: Inspect): Promise<MimeBundle | undefined> {
  const method = methods
    .map((name) => readSafely(() => (value as Record<symbol, unknown> | null | undefined)?.[name], undefined))
    .find((found) => typeof found === "function");
  if (typeof method !== "function") return { "text/plain": inspect(value) };
  const formats: unknown = await method.call(value);
  return formats === undefined ? undefined : checkFormats(formats, inspect);
}
