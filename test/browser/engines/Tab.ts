/** A page in a browser that is not Chromium, by what its makers ship for automation. */
export interface Tab {
  go(url: string): Promise<void>;
  /** The value of an expression, or of its promise, as JSON carries it. */
  evaluate<Value>(expression: string): Promise<Value>;
  close(): Promise<void>;
}

/** An expression whose value is text, whatever that of the given one is. */
export function asText(expression: string): string {
  return `(async () => JSON.stringify({ value: await (${expression}) }))()`;
}

export function fromText<Value>(text: string): Value {
  return (JSON.parse(text) as { value: Value }).value;
}
