import type { Outcome } from "../../src/check/contract";
import { type Saying, saying } from "../../src/words/Saying";
import type { Extraction, LeftOut } from "../extract/Extraction";
import type { Unit } from "../extract/Unit";
import { clip } from "../text/clip";
import { placeOfError } from "./placeOfError";
import type { Runner } from "./Runner";

/** How a program that was run differs from what its notebook runs. */
export interface Shortened {
  /** Whether it has no statements, and its declarations are in the order of use. */
  isAlone: boolean;
  /** The positions, among the statements of the program, of those that were left out, with the reasons. */
  statements: { position: number; reason: Saying }[];
}

/** After this many failures, a program is run with declarations alone. */
const maxRounds = 5;

/**
 * Loads the programs of one submission. When a statement at the top level throws, or does not end, the program is
 * loaded again without it. Time is lost only once: a statement that had to be stopped is not run again.
 */
export class ProgramLoader {
  private leftOut: LeftOut = new Set();
  private readonly reasons = new Map<Unit, Saying>();
  private last: { standIns: readonly string[]; leftOut: LeftOut } = { standIns: [], leftOut: new Set() };

  constructor(
    private readonly extraction: Extraction,
    private readonly runner: Pick<Runner, "load">,
  ) {}

  /** Null when the functions can be called, otherwise the outcome of every call of them. */
  async load(names: readonly string[], standIns: readonly string[] = []): Promise<Outcome | null> {
    let { leftOut } = this;
    const problem = await this.attempt(names, standIns, leftOut);
    for (let round = 1, latest = problem; latest !== null; round++) {
      const shorter = this.shorten(names, standIns, leftOut, latest, round);
      if (shorter === null) {
        // The notebook's own program is what the message is about.
        this.last = { standIns, leftOut: this.leftOut };
        return problem;
      }
      leftOut = shorter;
      latest = await this.attempt(names, standIns, leftOut);
    }
    this.last = { standIns, leftOut };
    return null;
  }

  /** About the program that was loaded last, as far as a function needs it; null when nothing was left out. */
  shortenedFor(name: string): Shortened | null {
    const { standIns, leftOut } = this.last;
    const statements = this.extraction
      .statementsIn([name], standIns)
      .map((unit, position) => ({ unit, position }))
      .filter(({ unit }) => leftOut === true || leftOut.has(unit))
      .map(({ unit, position }) => ({ position, reason: this.reasons.get(unit) ?? saying("engine", "otherFailure") }));
    return leftOut === true || statements.length > 0 ? { isAlone: leftOut === true, statements } : null;
  }

  private attempt(names: readonly string[], standIns: readonly string[], leftOut: LeftOut): Promise<Outcome | null> {
    return this.runner.load(this.extraction.program(names, standIns, leftOut), standIns);
  }

  /** What to leave out after a failure; null when there is nothing more. */
  private shorten(
    names: readonly string[],
    standIns: readonly string[],
    leftOut: LeftOut,
    problem: Outcome,
    round: number,
  ): LeftOut | null {
    if (leftOut === true) return null;
    const statements = this.extraction.statementsIn(names, standIns).filter((unit) => !leftOut.has(unit));
    if (problem.kind === "stopped") {
      if (statements.length === 0) return null;
      for (const unit of statements) this.reasons.set(unit, saying("engine", "stoppedStatement"));
      this.leftOut = true;
      return true;
    }
    const line = problem.kind === "threw" ? placeOfError(problem.at)?.line : undefined;
    const failed = line === undefined ? [] : this.extraction.failedAt(names, standIns, leftOut, line);
    if (failed.length === 0 || round > maxRounds) {
      const isSame =
        this.extraction.program(names, standIns, true) === this.extraction.program(names, standIns, leftOut);
      return isSame ? null : true;
    }
    const message = problem.kind === "threw" ? clip(problem.message.replace(/^Error: /, ""), 120) : "";
    for (const unit of failed) this.reasons.set(unit, saying("engine", "thrownByStatement", message));
    this.leftOut = new Set([...leftOut, ...failed]);
    return this.leftOut;
  }
}
