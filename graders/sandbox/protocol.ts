/**
 * What grader and sandbox say to each other: frames of a 4-byte length (big-endian) and that many bytes of JSON.
 * The grader asks, the sandbox answers with the same id; while it works on a call, it may ask for a stand-in.
 * Nothing that the sandbox sends is believed: the grader checks its form, and takes it for a claim of the submission.
 */
export type Request =
  | { id: number; kind: "load"; program: string; standIns: readonly string[] }
  | { id: number; kind: "call"; name: string; args: string; awaits: boolean }
  | StandInAnswer;

/** `args` and `value` are JSON of lists of encoded values (see src/check/wire.ts), left as text by whoever only passes them on. */
export type Reply =
  | { id: number; kind: "ready" }
  | { id: number; kind: "loaded" }
  | { id: number; kind: "failed"; message: string; at?: string }
  | { id: number; kind: "outcome"; outcome: string }
  | { id: number; kind: "stand-in"; name: string; args: string };

export type StandInAnswer =
  | { id: number; kind: "stand-in"; value: string }
  | { id: number; kind: "stand-in"; error: string };

/** Larger than any result of the course by far. */
export const maxFrameBytes = 32 * 2 ** 20;

/** What the program that is loaded is called in the stack of an error. */
export const submissionFile = "submission";

/** The pipe between grader and sandbox. */
export const pipeFd = 3;
