import { inspect } from "node:util";
import { StrayErrors } from "../../engine/StrayErrors";
import { currentCell, takeUnfinished } from "./currentCell";
import { listenForGood } from "./listenForGood";
import { sendMessage } from "./sendMessage";

/** Reports uncaught errors in the cell that caused them, and keeps the engine alive. */
export function catchStrayErrors(): void {
  const errors = new StrayErrors({ inspect: (value) => inspect(value), send: sendMessage });
  listenForGood("unhandledRejection", (reason: unknown, promise: Promise<unknown>) =>
    errors.rejected(promise, reason, currentCell()),
  );
  listenForGood("rejectionHandled", (promise: Promise<unknown>) => errors.handled(promise));
  listenForGood("uncaughtException", (error: Error) => errors.thrown(error, takeUnfinished().at(-1) ?? currentCell()));
}
