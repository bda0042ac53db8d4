import { words } from "../../src/words/words";
import type { SubmissionResult } from "../engine/results";
import { clip } from "../text/clip";

/** Why this file was graded, if there were several: one line, or none. */
export function choiceLines({ choice }: Pick<SubmissionResult, "choice">): string[] {
  if (!choice) return [];
  const others = choice.others.slice(0, 5).map((path) => clip(path, 80));
  return [words.intake.choice(choice.by, others, choice.others.length)];
}
