import type { CellContext } from "../../engine/CellContext";
import { Interrupted } from "../../engine/Interrupted";
import { currentCell } from "./currentCell";

/** How often the page is asked at most, in milliseconds; asking takes one or two. */
const pause = 100;

/** How long a loop should run between two looks at the clock, in milliseconds. */
const shortest = 4;
const longest = 16;

/** So many steps of even the shortest loop take no longer. */
const mostSteps = 2 ** 22;

/** How many loops may begin before one of them looks at the clock. */
const manyBeginnings = 16;

/** The browser's own, even if cells replace them. */
const Request = XMLHttpRequest;
const clock = performance.now.bind(performance);

/** The worker's end of what the page pulls to interrupt a cell that computes; see EngineWorker. */
export class Leash {
  private address = "";
  private pulled = false;
  private lastAsked = 0;
  private lastLooked = 0;
  private beginnings = 0;
  private stopped: CellContext[] = [];

  /** @param beat called every few milliseconds while a cell computes */
  constructor(private readonly beat: () => void) {}

  /** Whether it has been pulled, and the page's message that says so, with the next one, is still on its way. */
  get isPulled(): boolean {
    return this.pulled;
  }

  /** Takes a new leash; returns the runs that the old one has stopped. */
  renew(address: string): CellContext[] {
    const { stopped } = this;
    this.stopped = [];
    this.address = address;
    this.pulled = false;
    return stopped;
  }

  /**
   * Called by a loop that has taken as many steps as it was given; returns how many it may take now.
   *
   * @throws Interrupted when the page has pulled
   */
  readonly tick = (steps: number): number => {
    if (this.pulled) this.stop();
    // A short loop in a function that is called a million times begins a million times.
    if (steps === 0 && ++this.beginnings % manyBeginnings !== 0) return 1;
    const now = clock();
    const elapsed = now - this.lastLooked;
    this.lastLooked = now;
    this.ask(now);
    if (elapsed < shortest) return Math.min(2 * steps + 1, mostSteps);
    return elapsed > longest ? steps >> 2 : steps;
  };

  /** Called by what is no loop but goes on and on. Throws as {@link tick} does. */
  readonly breathe = (): void => {
    if (this.pulled) this.stop();
    this.ask(clock());
  };

  private ask(now: number): void {
    this.beat();
    if (now - this.lastAsked < pause) return;
    this.lastAsked = now;
    this.pulled = !isHeld(this.address);
    if (this.pulled) this.stop();
  }

  private stop(): never {
    const context = currentCell();
    if (context && !this.stopped.includes(context)) this.stopped.push(context);
    context?.interrupt();
    throw new Interrupted();
  }
}

function isHeld(address: string): boolean {
  try {
    const request = new Request();
    request.open("GET", address, false);
    request.send();
    return request.status === 200;
  } catch {
    return false;
  }
}
