import type { Platform } from "../../engine/Platform";
import { StrayErrors } from "../../engine/StrayErrors";
import { currentCell } from "./currentCell";

/** Reports uncaught errors in the cell that caused them, and keeps the worker alive. */
export function catchStrayErrors(platform: Pick<Platform, "inspect" | "send">): void {
  const errors = new StrayErrors(platform);
  addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    errors.rejected(event.promise, event.reason, currentCell());
  });
  addEventListener("rejectionhandled", ({ promise }) => errors.handled(promise));
  addEventListener("error", (event) => {
    event.preventDefault();
    errors.thrown(event.error, currentCell());
  });
}
