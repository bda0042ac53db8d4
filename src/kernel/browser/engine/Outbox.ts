import { browser as words } from "../../../words/browser";
import type { CellContext } from "../../engine/CellContext";
import { whole } from "../../engine/cutError";
import type { EngineMessage, StreamName } from "../../engine/messages";
import { OutputLimit } from "../../protocol/OutputLimit";
import { currentCell } from "./currentCell";

/** How long output waits for more while a cell computes, in milliseconds. */
const delay = 50;

/** How many characters a cell may print. With ten times as many, a page stops to answer. */
const mostText = 1_000_000;

/** How many characters a cell's figures may take, and for how many the smallest counts. */
const mostShown = 10_000_000;
const leastShown = 10_000;

type Clear = Extract<EngineMessage, { type: "clear" }>;
type Display = Extract<EngineMessage, { type: "display" }>;

/** The browser's own, even if guards or cells replace them. */
const clock = performance.now.bind(performance);
const post = globalThis.postMessage.bind(globalThis);
const startTimer = globalThis.setTimeout.bind(globalThis);

/**
 * What goes to the page, in its order. A page cannot make a worker wait, and does nothing else while messages arrive: so
 * text is joined, of updates of a figure only the latest is sent, and both are cut where they have no end.
 */
export class Outbox {
  /** What waits, of one cell. */
  private pieces: string[] = [];
  private name: StreamName = "stdout";
  private context: CellContext | undefined;
  private clear: Clear | undefined;
  private readonly updates = new Map<string, Display>();
  private lastSent = 0;
  private isTimed = false;
  private readonly texts = new OutputLimit(mostText);
  private readonly figures = new OutputLimit(mostShown);

  /** Prints as part of the current cell. */
  print(name: StreamName, text: string): void {
    const context = currentCell();
    if (context?.isInterrupted) return;
    if (name !== this.name || context !== this.context || this.updates.size > 0) this.flush();
    // The first lines of a cell appear at once.
    if (context !== this.context) this.lastSent = 0;
    this.name = name;
    this.context = context;
    const taken = this.texts.take(context, text.length);
    if (taken === text.length) this.pieces.push(text);
    else if (this.texts.isFirstCut(context)) this.cut(whole(text.slice(0, taken)));
    this.flushSoon();
  }

  /** Sends a message, after what waits. */
  send(message: EngineMessage): void {
    if (message.type === "clear") this.clearAll(message);
    else if (message.type === "display") this.show(message);
    else this.sendNow(message);
  }

  private sendNow(message: EngineMessage): void {
    this.flush();
    post(message);
  }

  private clearAll(message: Clear): void {
    const context = currentCell();
    if (context !== this.context) this.flush();
    this.context = context;
    this.pieces = [];
    this.clear = message;
    this.texts.clear(context);
    this.figures.clear(context);
    this.flushSoon();
  }

  private show(message: Display): void {
    const context = currentCell();
    const size = Math.max(leastShown, JSON.stringify(message.data).length);
    const { displayId } = message;
    if (message.update && displayId !== undefined && size <= mostShown) {
      if (this.pieces.length > 0) this.flush();
      this.updates.set(displayId, message);
      this.flushSoon();
    } else if (this.figures.takeWhole(context, size)) {
      this.sendNow(message);
    } else if (this.figures.isFirstCut(context)) {
      this.flush();
      this.context = context;
      this.cut("");
    }
  }

  /** Shows the last piece that fits, and says that there would be more. */
  private cut(rest: string): void {
    if (rest !== "") this.pieces.push(rest);
    this.flush();
    this.name = "stderr";
    this.pieces.push(`\n${words.outputCut(mostText / 1e6)}\n`);
    this.flush();
  }

  private flushSoon(): void {
    this.beat();
    if (this.isWaiting && !this.isTimed) {
      this.isTimed = true;
      startTimer(() => {
        this.isTimed = false;
        this.flush();
      }, delay);
    }
  }

  /** Sends what has waited long enough; to be called now and then while a cell computes. */
  readonly beat = (): void => {
    if (this.isWaiting && clock() - this.lastSent > delay) this.flush();
  };

  private get isWaiting(): boolean {
    return this.clear !== undefined || this.pieces.length > 0 || this.updates.size > 0;
  }

  private flush(): void {
    if (!this.isWaiting) return;
    this.lastSent = clock();
    const { clear, pieces, name, context } = this;
    this.clear = undefined;
    this.pieces = [];
    if (clear) post(clear);
    if (pieces.length > 0) post({ type: "stream", cell: context?.cell ?? null, name, text: pieces.join("") });
    for (const update of this.updates.values()) post(update);
    this.updates.clear();
  }
}
