import { randomUUIDv7 } from "node:crypto";

/** Who changes something and when, and what new rows are called. */
export interface Act {
  by: string;
  now(): string;
  newId(): string;
}

/** @param by the name that the audit gets */
export function actOf(by: string): Act {
  return { by, now: () => new Date().toISOString(), newId: () => randomUUIDv7() };
}
