import { kernel as words } from "../../words/kernel";
import type { CellError } from "../engine/messages";

/** What a learner reads when the compiler itself fails: it threw, or its memory ran out. */
export function describeFailure(error: unknown): CellError {
  const ename = "CompilerError";
  const evalue = words.compilerFailed(error instanceof Error ? error.message : String(error));
  return { ename, evalue, traceback: [`${ename}: ${evalue}`] };
}
