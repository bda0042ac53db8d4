import { hash } from "node:crypto";

/** In characters, over all answers: neither a large class nor a large array can fill the memory. */
const capacity = 32 * 2 ** 20;

/** What the reference answered. */
export interface KnownAnswer {
  /** JSON of a `StandInValue`. */
  text: string;
  /** Whether it used random numbers, which changes those that follow. */
  tookRandom: boolean;
}

/**
 * The reference's answers, shared by all submissions of a run: `model` asks most of them for the same steps. An answer
 * may depend on the random numbers that come next, so it is filed under the last question that used any.
 */
export class AnswerMemo {
  private readonly answers = new Map<string, KnownAnswer>();
  private size = 0;

  /** The key of a question; `random` is the key of the last question that used random numbers ("" if none did). */
  keyOf(random: string, name: string, args: string): string {
    return hash("sha256", `${random} ${name} ${args}`, "base64");
  }

  get(key: string): KnownAnswer | undefined {
    const known = this.answers.get(key);
    if (known === undefined) return undefined;
    // A map keeps insertion order: the least recently used answer is first, and is dropped first.
    this.answers.delete(key);
    this.answers.set(key, known);
    return known;
  }

  set(key: string, answer: KnownAnswer): void {
    // Two submissions graded at the same time may have asked the same question.
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
