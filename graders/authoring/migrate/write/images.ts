import { isRecord } from "../../../../src/check/isRecord";
import type { SourceCell } from "../SourceCell";

/** The images that were pasted into markdown cells, as files: `cell-3-curve.png`. */
export function imageFiles(cells: readonly SourceCell[]): { path: string; content: Buffer }[] {
  return cells.flatMap(({ number, attachments }) =>
    Object.entries(attachments).flatMap(([name, bundle]) => {
      const data = isRecord(bundle)
        ? Object.values(bundle).find((value): value is string => typeof value === "string")
        : undefined;
      // A name is data: it must not lead out of the folder.
      const safe = name.replace(/[^\w.-]+/g, "-").slice(-60);
      return data === undefined
        ? []
        : [{ path: `images/cell-${number}-${safe}`, content: Buffer.from(data, "base64") }];
    }),
  );
}
