import type { CellContext } from "./CellContext";
import { describeError } from "./describeError";
import type { Platform } from "./Platform";

/** Errors that nothing catches, each for the cell that caused it. */
export class StrayErrors {
  /** The cells that may still handle a rejection. */
  private readonly owners = new WeakMap<Promise<unknown>, CellContext>();

  constructor(private readonly platform: Pick<Platform, "inspect" | "send">) {}

  /** A promise was rejected, and nothing handles that so far. */
  rejected(promise: Promise<unknown>, reason: unknown, context: CellContext | undefined): void {
    if (!context || context.isDone) {
      this.report(reason, context);
    } else if (!context.isInterrupted) {
      // The cell may still await it; a rejection that is left when the cell ends makes it fail.
      context.rejections.set(promise, reason);
      this.owners.set(promise, context);
    }
  }

  /** It is handled after all. */
  handled(promise: Promise<unknown>): void {
    this.owners.get(promise)?.rejections.delete(promise);
  }

  /** An error was thrown where nothing catches it. */
  thrown(error: unknown, context: CellContext | undefined): void {
    if (!context || context.isDone) this.report(error, context);
    else context.fail(error);
  }

  private report(error: unknown, context: CellContext | undefined): void {
    const { inspect, send } = this.platform;
    if (context?.isInterrupted) return;
    send({ type: "late-error", cell: context?.cell ?? null, error: describeError(error, inspect) });
  }
}
