/** What the other side may send is limited: a single result, questions, and the text of questions and answers. */
export type Excess = { of: "result" | "exchange" } | { of: "questions"; most: number };

/** The other side sent more than it may. */
export class BeyondLimits extends Error {
  constructor(readonly excess: Excess) {
    super(`beyond the limit: ${excess.of}`);
  }
}
