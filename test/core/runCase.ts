import { np } from "../../src/np";
import { decode, type Encoded, flatten } from "./fixtures";

/** A call of a function of np, and what NumPy gives for it. */
export interface Case {
  f: string;
  args: Encoded[];
  expect: Encoded;
}

/** Calls the function; the result in comparable form. */
export function run(fixture: Case, inputs: Encoded[] = []): unknown {
  return flatten(find(fixture.f)(...fixture.args.map((arg) => decode(arg, inputs))));
}

function find(name: string): (...args: unknown[]) => unknown {
  if (name === "toString") return String;
  if (name === "slice") return (a, ...indices) => np.asarray(a as never).slice(...(indices as never[]));
  const found = name.split(".").reduce<unknown>((scope, key) => (scope as Record<string, unknown>)[key], np);
  return found as (...args: unknown[]) => unknown;
}

/** Whether NumPy refuses the call. */
export function isError(expected: Encoded): boolean {
  return typeof expected === "object" && expected !== null && "error" in expected;
}
