import { type Reason, saying } from "../../../src/words/Saying";
import { NotGradable } from "../../extract/NotGradable";
import { answer } from "../../extract/parse/answer";
import type { Question } from "../../extract/Reading";

/** Larger than any answer about a file that may be graded. */
const maxLength = 2 ** 24;

/** The reply about a file: the answer as JSON, or the reason there is none, as JSON. */
export function replyAbout(question: string, bytes: Buffer): { kind: "outcome" | "failed"; text: string } {
  try {
    const text = JSON.stringify(answer(JSON.parse(question) as Question, bytes));
    if (text.length <= maxLength) return { kind: "outcome", text };
    return refused(saying("extract", "largeReading", Math.ceil(text.length / 2 ** 20)));
  } catch (error) {
    if (error instanceof NotGradable) return refused(error.reason);
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function refused(reason: Reason): { kind: "failed"; text: string } {
  return { kind: "failed", text: JSON.stringify(reason) };
}
