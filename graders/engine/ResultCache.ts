import { createHash } from "node:crypto";
import type { JudgedFunction } from "./judgeFunction";

/** Classes and results can be large, so the oldest results are dropped. */
const capacity = 1000;

/** Code that this run has already graded need not be run again: the same code gets the same results. */
export class ResultCache {
  private readonly results = new Map<string, Promise<JudgedFunction[]>>();

  /** @param programs what would be run, for every graded function */
  get(programs: readonly string[], grade: () => Promise<JudgedFunction[]>): Promise<JudgedFunction[]> {
    const hash = createHash("sha256");
    // One at a time: joined into one text, they may be large.
    for (const program of programs) hash.update(`${program.length} `).update(program);
    const key = hash.digest("hex");
    const known = this.results.get(key);
    if (known) return known;
    const result = grade();
    this.results.set(key, result);
    // A grader fault must not be passed on to the next submission.
    result.catch(() => this.results.delete(key));
    const [oldest] = this.results.keys();
    if (this.results.size > capacity) this.results.delete(oldest);
    return result;
  }
}
