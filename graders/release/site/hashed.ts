import { hashOf } from "../../text/hashOf";

/** Named by its content: a service worker may serve an old page, which then loads the old programs. */
export function hashed<Content extends string | Uint8Array>(
  file: string,
  content: Content,
): { path: string; content: Content } {
  const end = file.lastIndexOf(".");
  return { path: `${file.slice(0, end)}.${hashOf(content).slice(0, 12)}${file.slice(end)}`, content };
}
