import type { Case, Misconception, Outcome } from "./contract";
import type { Variant } from "./diagnose";
import { runSeeded } from "./runSeeded";

/**
 * The outcomes of one function's misconceptions on a check's cases. Each misconception runs when its outcomes are first
 * read, and only once; those of an asynchronous function run right away, since a read cannot await. Only for trusted
 * code: staff's own.
 */
export async function runVariants(
  misconceptions: readonly Misconception[],
  functionName: string,
  cases: readonly Case[],
  async: boolean,
): Promise<Variant[]> {
  const own = misconceptions.filter((misconception) => misconception.function === functionName);
  if (!async) return own.map((misconception) => lazyVariant(misconception, cases));
  const variants: Variant[] = [];
  for (const { id, message, implementation } of own) {
    variants.push({ id, message, outcomes: await runSeeded(implementation, cases, true) });
  }
  return variants;
}

function lazyVariant({ id, message, implementation }: Misconception, cases: readonly Case[]): Variant {
  let outcomes: Outcome[] | undefined;
  return {
    id,
    message,
    get outcomes() {
      outcomes ??= runSeeded(implementation, cases, false);
      return outcomes;
    },
  };
}
