import type { CompilerRequests } from "./createRequests";

/** The compiler, seen from the kernel: in Node, a thread of its own. Answers requests in the order they are made in. */
export interface Compiler {
  /** Sends a request; rejects with what the compiler throws. */
  request<Name extends keyof CompilerRequests>(
    name: Name,
    ...args: Parameters<CompilerRequests[Name]>
  ): Promise<ReturnType<CompilerRequests[Name]>>;
  /** Gives up what it is doing. What cells have declared stays known. */
  restart(): void;
  stop(): void;
}
