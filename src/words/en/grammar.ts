/** A line of a submission, counted from 1: in a code cell, also counted from 1, or in a script. */
export interface Place {
  cell: number | null;
  line: number;
}

/** How pieces of sentences are put together. */
export const grammar = {
  /** `a`, `a and b`, `a, b and c`. */
  and: (names: readonly string[]): string => joined(names, "and"),
  /** `a`, `a or b`, `a, b or c`. */
  or: (names: readonly string[]): string => joined(names, "or"),
  /** `a, b, c, …`: the first three of many. */
  first: (names: readonly string[]): string => names.slice(0, 3).join(", ") + (names.length > 3 ? ", …" : ""),
  /** One sentence after another. */
  sentences: (first: string, next: string): string => `${first} ${next}`,
  /** Ends a sentence that has no full stop. */
  ended: (sentence: string): string => `${sentence}.`,
  /** `1 file`, `2 files`. */
  counted: (count: number, noun: string): string => (count === 1 ? `1 ${noun}` : `${count} ${noun}s`),
  /** For a position, from 0. */
  ordinal: (position: number): string => ["first", "second", "third"][position] ?? `${position + 1}th`,
  /** Text that a submission chose may be long. */
  clip: (text: string): string => (text.length > 300 ? `${text.slice(0, 299)}…` : text),
  /** As a person would look it up: `code cell 4, line 2`, or `line 2` of a script. */
  place: ({ cell, line }: Place): string => (cell === null ? `line ${line}` : `code cell ${cell}, line ${line}`),
};

function joined(names: readonly string[], conjunction: string): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${conjunction} ${names.at(-1)}`;
}
