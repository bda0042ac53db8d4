import { type DisplayHook, displayHook } from "../../notebook/display";
import type { CellContext } from "./CellContext";
import { checkFormats } from "./checkFormats";
import { Interrupted } from "./Interrupted";
import type { Platform } from "./Platform";

/** Lets cells, and the library, show pictures and pages. */
export function offerDisplay(
  currentCell: () => CellContext | undefined,
  { inspect, send }: Pick<Platform, "inspect" | "send">,
): void {
  const show: DisplayHook = (data, { displayId, update = false }) => {
    const context = currentCell();
    // Ends what an interrupted cell left running.
    if (context?.isInterrupted) throw new Interrupted();
    checkFormats(data, inspect);
    send({ type: "display", cell: context?.cell ?? null, data, displayId, update });
  };
  Object.defineProperty(globalThis, displayHook, { value: show });
}
