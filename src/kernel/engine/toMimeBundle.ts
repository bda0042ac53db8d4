import { type MimeBundle, mimeBundle } from "../../notebook/display";
import type { Inspect } from "./Platform";

/** The formats of a cell's last expression: what its `nablab.mime` method returns, or the value as text. */
export function toMimeBundle(value: unknown, inspect: Inspect): MimeBundle {
  const method = (value as Record<symbol, unknown> | null)?.[mimeBundle];
  if (typeof method === "function") return method.call(value) as MimeBundle;
  return { "text/plain": inspect(value) };
}
