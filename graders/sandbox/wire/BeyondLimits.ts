/** What the other side may send only so much of: a single result, questions, and the text of questions and answers. */
export type Excess = { of: "result" | "exchange" } | { of: "questions"; most: number };

/** What the other side sent is more than it may send. */
export class BeyondLimits extends Error {
  constructor(readonly excess: Excess) {
    super(`beyond the limit: ${excess.of}`);
  }
}
