import { type Notice, noticeType } from "../notebook/Notice";
import type { NotebookFile } from "./NotebookFile";

/** What a notebook's outputs say of its graded functions: those that passed their checks, and those that did not. */
export interface Standing {
  correct: string[];
  /** Checked without success, or not implemented yet. */
  open: string[];
}

/** The latest verdict in the notebook counts. */
export function standingOf({ cells }: NotebookFile): Standing {
  const isCorrect = new Map<string, boolean>();
  for (const { outputs } of cells) {
    for (const { data } of outputs ?? []) {
      const notice = data?.[noticeType] as Notice | undefined;
      if (notice?.kind === "verdict") isCorrect.set(notice.function, notice.status === "correct");
    }
  }
  const named = (wanted: boolean) => [...isCorrect].filter(([, is]) => is === wanted).map(([name]) => name);
  return { correct: named(true), open: named(false) };
}
