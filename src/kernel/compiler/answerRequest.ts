import type { CompilerRequests } from "./createRequests";

/** A request on its way to a compiler that runs elsewhere. */
export interface CompilerRequest {
  id: number;
  name: keyof CompilerRequests;
  args: unknown[];
}

export type CompilerReply = { id: number; value: unknown } | { id: number; error: unknown };

/** Answers a request that came as a message. Never throws. */
export function answerRequest(requests: CompilerRequests, { id, name, args }: CompilerRequest): CompilerReply {
  const answer = requests[name] as (...args: unknown[]) => unknown;
  try {
    return { id, value: answer(...args) };
  } catch (error) {
    return { id, error };
  }
}
