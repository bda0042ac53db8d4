import { words } from "../../../src/words/words";
import { answer } from "../../extract/parse/answer";
import type { Question } from "../../extract/Reading";

/** Larger than any answer about a file that may be graded. */
const maxLength = 2 ** 24;

/** The reply about a file: the answer as JSON, or the reason there is none. */
export function replyAbout(question: string, bytes: Buffer): { kind: "outcome" | "failed"; text: string } {
  try {
    const text = JSON.stringify(answer(JSON.parse(question) as Question, bytes));
    if (text.length <= maxLength) return { kind: "outcome", text };
    return { kind: "failed", text: words.extract.largeReading(Math.ceil(text.length / 2 ** 20)) };
  } catch (error) {
    return { kind: "failed", text: error instanceof Error ? error.message : String(error) };
  }
}
