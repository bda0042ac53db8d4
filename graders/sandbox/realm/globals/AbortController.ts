import { realmWords } from "../../../../src/words/realmWords";
import { timerFunctions } from "../timers";
import { DOMException } from "./DOMException";
import { Event, EventTarget } from "./EventTarget";

export class AbortSignal extends EventTarget {
  aborted = false;
  reason: unknown = undefined;
  onabort: ((event: Event) => void) | null = null;

  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal();
    abort(signal, reason);
    return signal;
  }

  static timeout(milliseconds: number): AbortSignal {
    const signal = new AbortSignal();
    const late = new DOMException(realmWords.abortedLate, "TimeoutError");
    timerFunctions.setTimeout(() => abort(signal, late), milliseconds);
    return signal;
  }

  static any(signals: Iterable<AbortSignal>): AbortSignal {
    const all = new AbortSignal();
    for (const signal of signals) {
      if (signal.aborted) abort(all, signal.reason);
      signal.addEventListener("abort", () => abort(all, signal.reason));
    }
    return all;
  }

  /** @throws the reason, once aborted */
  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }
}

function abort(signal: AbortSignal, reason: unknown): void {
  if (signal.aborted) return;
  signal.aborted = true;
  signal.reason = reason === undefined ? new DOMException(realmWords.aborted, "AbortError") : reason;
  const event = new Event("abort");
  signal.onabort?.(event);
  signal.dispatchEvent(event);
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason?: unknown): void {
    abort(this.signal, reason);
  }
}
