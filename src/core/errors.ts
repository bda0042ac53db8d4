// Errors with names of their own, so that a caller can tell these mistakes apart without reading a message.

/** An array where only a number will do: an operand of `-` or `>`, an argument of `Math.exp`. */
export class OperandError extends TypeError {
  override name = "OperandError";
}

/** An argument that is missing, or of a kind that the function does not take. */
export class ArgumentError extends TypeError {
  override name = "ArgumentError";
}

/** An array read as JavaScript's lists are: `a[0]`, `a.length`. */
export class IndexingError extends TypeError {
  override name = "IndexingError";
}
