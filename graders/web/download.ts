import { zipSync } from "fflate";
import type { Asked } from "./Route";

/** A file that the browser saves. @param name without folders; it may hold any letters */
export function download({ c }: Asked, name: string, content: Buffer | Uint8Array, type: string): Response {
  return c.body(Uint8Array.from(content), 200, {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "Cache-Control": "no-store",
  });
}

/** Several files, as one that the browser saves. */
export function downloadZip(
  asked: Asked,
  name: string,
  files: readonly { path: string; content: Uint8Array }[],
): Response {
  const zip = zipSync(Object.fromEntries(files.map(({ path, content }) => [path, content])));
  return download(asked, name, zip, "application/zip");
}
