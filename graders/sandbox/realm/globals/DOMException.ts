const codes: Record<string, number> = {
  InvalidCharacterError: 5,
  NotSupportedError: 9,
  InvalidStateError: 11,
  AbortError: 20,
  QuotaExceededError: 22,
  TimeoutError: 23,
  DataCloneError: 25,
};

/** The errors of functions that Node has from browsers, such as `structuredClone`. */
export class DOMException extends Error {
  override readonly name: string;
  override readonly message: string;
  readonly code: number;

  constructor(message = "", options: string | { name?: string; cause?: unknown } = "Error") {
    super(message, typeof options === "string" ? undefined : { cause: options.cause });
    this.name = typeof options === "string" ? options : (options.name ?? "Error");
    this.message = String(message);
    this.code = codes[this.name] ?? 0;
  }
}

export class QuotaExceededError extends DOMException {
  constructor(message = "") {
    super(message, "QuotaExceededError");
  }
}
