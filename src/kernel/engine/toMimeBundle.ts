import { inspect } from "node:util";
import { type MimeBundle, mimeBundle } from "../../notebook/display";

/** The formats of a cell's last expression: what its `nablab.mime` method returns, or the value as Node prints it. */
export function toMimeBundle(value: unknown): MimeBundle {
  const method = (value as Record<symbol, unknown> | null)?.[mimeBundle];
  if (typeof method === "function") return method.call(value) as MimeBundle;
  return { "text/plain": inspect(value) };
}
