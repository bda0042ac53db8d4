/** A page in a browser. */
export interface Tab {
  go(url: string): Promise<void>;
  /** The value of an expression, or of its promise, as JSON carries it. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** What went wrong in the page, as the browser has noted it. */
  readonly complaints: string[];
  /** Ends the page as a full memory does, without a word to it; what follows is in a new tab of the same browser. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** An expression whose value is text, whatever that of the given one is. */
export function asText(expression: string): string {
  return `(async () => JSON.stringify({ value: await (${expression}) }))()`;
}

export function fromText<Value>(text: string): Value {
  return (JSON.parse(text) as { value: Value }).value;
}
