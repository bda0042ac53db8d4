import type { EncodedCheck } from "../../../graders/engine/EncodedCheck";
import { prepareRun } from "../../../graders/engine/prepareRun";
import { defaultLimits } from "../../../graders/sandbox/host/limits";
import { assignment } from "../../../src/assignments/02-shallow-network/assignment";
import { defaultTolerance, type Outcome } from "../../../src/check/contract";
import { encodeValue } from "../../../src/check/wire";
import { ownCourse } from "../../ownCourse";

/** The seed of the hidden checks' inputs, the same for all graders. */
export const seed = 1;

/** One of our checks, translated to Python: the same inputs, reference outputs and tolerance. */
export interface PythonCheck {
  /** A name that is valid as a cell's id, e.g. `nn_model_random`. */
  id: string;
  /** The cell that defines the function, e.g. `nn_model`. */
  cell: string;
  points: number;
  hidden: boolean;
  /** One call of `check` per case. */
  source: string;
}

export async function pythonChecks(): Promise<PythonCheck[]> {
  const { checks } = await prepareRun(ownCourse, assignment, {
    hidden: true,
    seed,
    limits: defaultLimits,
    cache: false,
  });
  return checks.map((check) => ({
    id: snakeCase(check.id),
    cell: snakeCase(check.function),
    points: check.points,
    hidden: check.hidden,
    source: sourceOf(check),
  }));
}

function sourceOf({ function: name, inputs, expected, tolerance }: EncodedCheck): string {
  const { rtol, atol } = { ...defaultTolerance, ...tolerance };
  const call = (args: string, i: number) =>
    `check(${snakeCase(name)}, ${literal(args)}, ${literal(jsonOf(expected[i]))}, rtol=${rtol}, atol=${atol})`;
  return inputs.map(call).join("\n");
}

function jsonOf(outcome: Outcome): string {
  if (outcome.kind !== "returned") throw new Error(`the reference did not return a value: ${outcome.kind}`);
  return JSON.stringify(encodeValue(outcome.value));
}

/** JSON as a Python string. Numbers and plain keys need no escapes. */
function literal(json: string): string {
  if (/['\\\n]/.test(json)) throw new Error(`this cannot go into a Python string as it is: ${json}`);
  return `'${json}'`;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll(".", "_");
}
