import type { RefusalCode } from "./HandInAnswer";

/** Nothing was handed in, or how far it is cannot be told: the message is one line for people. */
export class HandInError extends Error {
  /** @param code as the server says it; `unreachable` without an answer, `foreign` with one that is not nablab's */
  constructor(
    readonly code: RefusalCode | "unreachable" | "foreign",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
