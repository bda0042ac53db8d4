import type { Assignment } from "../../src/check/contract";
import type { Needs } from "../sandbox/wire/protocol";

/** What the programs of an assignment need besides the library. */
export function needsOf({ modules = [], functions }: Assignment): Needs {
  if (modules.length === 0) return {};
  return { modules, tensors: functions.filter(({ arrays }) => arrays === "tensor").map(({ name }) => name) };
}
