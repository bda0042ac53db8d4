import type { RunRow } from "./schema";

/** When the last hand-in is taken: the later of the run's closing and the learner's own deadline. */
export function closingOf({ closes }: Pick<RunRow, "closes">, extension: string | null): string | null {
  return closes !== null && extension !== null && extension > closes ? extension : closes;
}

/** Why a hand-in of this time is not taken; null when it is. @param closing as {@link closingOf} gives it */
export function refusedAt(
  { opens }: Pick<RunRow, "opens">,
  closing: string | null,
  time: string,
): "early" | "closed" | null {
  if (opens !== null && time < opens) return "early";
  return closing !== null && time > closing ? "closed" : null;
}
