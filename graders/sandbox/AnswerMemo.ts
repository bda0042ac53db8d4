import { hash } from "node:crypto";

/** In characters of all answers, so that neither a large class nor a large array fills the memory. */
const capacity = 32 * 2 ** 20;

/**
 * What the reference answered, for all submissions of a run: `model` asks most of them for the same steps. An answer may
 * depend on the random numbers drawn before it, so that it is filed under the whole sequence of questions.
 */
export class AnswerMemo {
  private readonly answers = new Map<string, string>();
  private size = 0;

  /** The key of a question that follows upon the one with the key `previous` ("" when it is the first). */
  keyOf(previous: string, name: string, args: string): string {
    return hash("sha256", `${previous} ${name} ${args}`, "base64");
  }

  get(key: string): string | undefined {
    const known = this.answers.get(key);
    if (known === undefined) return undefined;
    // The least recently used comes first, and goes first.
    this.answers.delete(key);
    this.answers.set(key, known);
    return known;
  }

  set(key: string, answer: string): void {
    // Two submissions under way may have asked the same.
    if (this.answers.has(key)) return;
    this.answers.set(key, answer);
    this.size += answer.length;
    for (const [oldest, freed] of this.answers) {
      if (this.size <= capacity) return;
      this.answers.delete(oldest);
      this.size -= freed.length;
    }
  }
}
