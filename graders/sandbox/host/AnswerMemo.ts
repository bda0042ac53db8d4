import { hash } from "node:crypto";

/** In characters of all answers, so that neither a large class nor a large array fills the memory. */
const capacity = 32 * 2 ** 20;

/** What the reference answered. */
export interface KnownAnswer {
  /** JSON of a `StandInValue`. */
  text: string;
  /** Whether it took random numbers, so that those that come next are others. */
  tookRandom: boolean;
}

/**
 * What the reference answered, for all submissions of a run: `model` asks most of them for the same steps. An answer may
 * depend on the random numbers that come next, so that it is filed under the last question that took any.
 */
export class AnswerMemo {
  private readonly answers = new Map<string, KnownAnswer>();
  private size = 0;

  /** The key of a question, where the one with the key `random` took random numbers last ("" when none did). */
  keyOf(random: string, name: string, args: string): string {
    return hash("sha256", `${random} ${name} ${args}`, "base64");
  }

  get(key: string): KnownAnswer | undefined {
    const known = this.answers.get(key);
    if (known === undefined) return undefined;
    // The least recently used comes first, and goes first.
    this.answers.delete(key);
    this.answers.set(key, known);
    return known;
  }

  set(key: string, answer: KnownAnswer): void {
    // Two submissions under way may have asked the same.
    if (this.answers.has(key)) return;
    this.answers.set(key, answer);
    this.size += answer.text.length;
    for (const [oldest, freed] of this.answers) {
      if (this.size <= capacity) return;
      this.answers.delete(oldest);
      this.size -= freed.text.length;
    }
  }
}
