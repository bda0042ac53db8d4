import { inspect } from "node:util";
import type { CellContext } from "../../engine/CellContext";
import { describeError } from "../../engine/describeError";
import { currentCell, takeUnfinished } from "./currentCell";
import { listenForGood } from "./listenForGood";
import { sendMessage } from "./sendMessage";

/** Reports uncaught errors in the cell that caused them, and keeps the engine alive. */
export function catchStrayErrors(): void {
  const owners = new WeakMap<Promise<unknown>, CellContext>();
  listenForGood("unhandledRejection", (reason: unknown, promise: Promise<unknown>) => {
    const context = currentCell();
    if (context?.isInterrupted) return;
    if (!context || context.isDone) return report(reason, context);
    // The cell may still await it; a rejection that is left when the cell ends makes it fail.
    context.rejections.set(promise, reason);
    owners.set(promise, context);
  });
  listenForGood(
    "rejectionHandled",
    (promise: Promise<unknown>) => void owners.get(promise)?.rejections.delete(promise),
  );
  listenForGood("uncaughtException", (error: Error) => {
    const context = takeUnfinished().at(-1) ?? currentCell();
    if (!context || context.isDone) report(error, context);
    else context.fail(error);
  });
}

function report(error: unknown, context: CellContext | undefined): void {
  if (!context?.isInterrupted) {
    sendMessage({ type: "late-error", cell: context?.cell ?? null, error: describeError(error, inspect) });
  }
}
