import type { NDArray } from "../core/NDArray";
import type { RandomState } from "../random/RandomState";
import type { Shared } from "./Shared";
import type { Stop } from "./Stop";
import type { Unusable } from "./Unusable";

/** What may go into a graded function or come out of it. */
export type Value =
  | number
  | boolean
  | string
  | null
  | undefined
  | NDArray
  | readonly Value[]
  | { readonly [key: string]: Value };

/** `a` is close to the expected `b` when `|a - b| <= atol + rtol * |b|`. */
export interface Tolerance {
  atol: number;
  rtol: number;
}

export const defaultTolerance: Tolerance = { atol: 1e-8, rtol: 1e-6 };

/** One call of a graded function: its arguments, in order. */
export interface Case {
  args: Value[];
}

/**
 * How a call ended.
 *
 * - `mutatedArgs` lists the positions of arguments that the function changed;
 * - `shared` lists what it handed out twice, if anything;
 * - `not-implemented` names the function that is still to be written, which may be one that this function calls;
 * - `unusable` is a result of a kind that no graded function returns, such as a promise;
 * - `stopped` means that the grader ended the call;
 * - `at` is where an error was thrown, as `FindPlace` tells it: the line and column, such as `12:5`, in the program
 *   that the grader builds from the submission; a line of the stack, in a notebook;
 * - `near` is a name in the function that is spelt like the one that is not defined;
 * - `joined` means that an array was an operand of `+`, which makes a text of it;
 * - `left` is the number of tensors that it made and neither returned nor disposed.
 */
export type Outcome =
  | { kind: "returned"; value: Value; mutatedArgs: number[]; shared?: Shared[]; joined?: true; left?: number }
  | { kind: "threw"; message: string; at?: string; near?: string }
  | { kind: "not-implemented"; function?: string }
  | { kind: "unusable"; what: Unusable }
  | ({ kind: "stopped" } & Stop);

interface CheckBase {
  /** Stable, unique within the assignment, e.g. `propagate.course`. */
  id: string;
  /** Name of the graded function. */
  function: string;
  /** What is checked, in a learner's words. */
  title: string;
  /** Split equally over the check's cases. */
  points: number;
  tolerance?: Partial<Tolerance>;
  /** Shown when the check fails and no misconception explains it. */
  hint?: string;
}

/** A check with fixed inputs that learners run themselves. */
export interface PublicCheck extends CheckBase {
  cases: () => Case[];
}

/** A check whose inputs are drawn from the course run's seed. Lives in `staff/`. */
export interface HiddenCheck extends CheckBase {
  cases: (random: RandomState) => Case[];
}

/**
 * How a graded function has to be written. The grader checks this on the syntax tree, without running anything. It
 * costs no points, which are for what the function returns: a violation earns a remark in the reports.
 */
export interface StaticRule {
  /** Stable, unique within the assignment, e.g. `propagate.vectorized`. */
  id: string;
  /** What to do instead, in a learner's words; the place of the violation is added to it. */
  message: string;
  /**
   * How deep loops may be nested in the function and the helper functions that it reaches: 0 allows none; 1 allows one
   * over layers or batches, but none over examples inside it. A loop is a statement (`for`, `while`, `do`) or a method
   * that calls back for every element (`map`, `forEach`, …). Recursion does not count, nor does iterating over a list
   * that is written out in the code. Other graded functions that it calls have rules of their own.
   */
  loopDepth: number;
}

/** The parts of this library that only some assignments use. */
export const libraryModules = ["nablab/tf"] as const;

export type LibraryModule = (typeof libraryModules)[number];

/** A graded function and its share of the assignment's 100 points. */
export interface GradedFunction {
  name: string;
  /** The sum of the points of its checks, public and hidden. */
  points: number;
  /** The graded functions it calls; a mistake in one of those makes this one fail too. */
  uses?: string[];
  /** Parameters that every check gives, since a call with their defaults would take too long. */
  untriedDefaults?: string[];
  /** How it has to be written. */
  rules?: StaticRule[];
  /**
   * Whether it may return a promise, which is then awaited. There are only microtasks and timers to wait for. From
   * other functions, a promise is a wrong result.
   */
  async?: boolean;
  /**
   * Whether it computes with tensors of TensorFlow.js (`nablab/tf`). Checks say arrays all the same: those in its
   * arguments become float32 tensors before it is called, and the tensors in its result become arrays.
   */
  arrays?: "tensor";
  /** For its checks that have none of their own. */
  tolerance?: Partial<Tolerance>;
}

export interface Assignment {
  /** Position in the course, from 1. */
  number: number;
  /** Folder and notebook name without the number, e.g. `logistic-regression`. */
  slug: string;
  title: string;
  /** In the order in which they are written; a function may use earlier ones. */
  functions: GradedFunction[];
  checks: PublicCheck[];
  /** What its code may import besides `nablab`. */
  modules?: readonly LibraryModule[];
  /** The content of `expected.json`. */
  recorded: Recorded;
}

/** Reference outputs of the public checks, by check id, as `nablab build` writes them to `expected.json`. */
export type Recorded = { readonly [checkId: string]: RecordedCheck };

/** Every list has one outcome per case. Outcomes are encoded (see `wire.ts`). */
export interface RecordedCheck {
  expected: readonly unknown[];
  /** The misconceptions about the check's function whose outcomes differ from the reference's here. */
  misconceptions: readonly { id: string; message: string; outcomes: readonly unknown[] }[];
}

// biome-ignore lint/suspicious/noExplicitAny: reference functions have as many signatures as the course has functions
export type AnyFunction = (...args: any[]) => unknown;

/** A named, wrong implementation of a graded function, with the message a learner should read. Lives in `staff/`. */
export interface Misconception {
  id: string;
  function: string;
  message: string;
  implementation: AnyFunction;
}

/** A correct but unusual solution of the whole assignment, which must earn full marks. Lives in `staff/`. */
export interface Alternative {
  title: string;
  /** All graded functions, by name. */
  functions: Readonly<Record<string, AnyFunction>>;
}

/**
 * A small mistake in the reference solution that no check can detect, and why: `nablab validate --mutate` counts it
 * neither as caught nor as survived. Lives in `staff/`.
 */
export interface EquivalentMutant {
  function: string;
  /** The line as the mutant has it, without indentation. */
  line: string;
  reason: string;
}
