import type { CompilerReply, CompilerRequest } from "../../compiler/answerRequest";

/** What the page tells the compiler's worker. */
export type CompilerCommand =
  /** First of all: the address of the declarations, a JSON object of texts by path. */
  | { files: string }
  /** A notebook, which makes requests through this port. */
  | { port: MessagePort };

/** What a notebook says through its port: null when it is closed. */
export type NotebookRequest = CompilerRequest | null;

export type NotebookReply = CompilerReply;
