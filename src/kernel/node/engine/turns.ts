import { AsyncLocalStorage } from "node:async_hooks";

/** Node's own, even if guards or cells replace it. */
const { setImmediate: start } = globalThis;

/** What `setImmediate` returns. The engine does not end by itself, so nothing has to keep it alive. */
class Turn {
  private isCounted = true;

  constructor(readonly take: () => void) {}

  ref(): this {
    this.isCounted = true;
    return this;
  }

  unref(): this {
    this.isCounted = false;
    return this;
  }

  hasRef(): boolean {
    return this.isCounted;
  }

  [Symbol.dispose](): void {
    clearTurn(this);
  }
}

const waiting = new Set<Turn>();
let isStarted = false;

/**
 * As `setImmediate` does, but gives Node one callback at a time. Of several that are due, Node calls one after the other;
 * if an interrupt terminates the second of them, it loses its place, and never calls any again.
 */
export function nextTurn(callback: () => void): Turn {
  const turn = new Turn(AsyncLocalStorage.bind(callback));
  waiting.add(turn);
  if (!isStarted) start(takeTurn);
  isStarted = true;
  return turn;
}

/** As `clearImmediate` does. */
export function clearTurn(turn: unknown): void {
  waiting.delete(turn as Turn);
}

function takeTurn(): void {
  const [turn] = waiting;
  if (turn) waiting.delete(turn);
  isStarted = waiting.size > 0;
  // Before the callback, which may never return.
  if (isStarted) start(takeTurn);
  turn?.take();
}
