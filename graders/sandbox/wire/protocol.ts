/**
 * What grader and sandbox say to each other: frames, see frame.ts. The grader asks, the sandbox answers with the same id;
 * while it works on a call, it may ask for a stand-in. Nothing that the sandbox sends is believed: the grader checks its
 * form, and takes it for a claim of the submission.
 */
export type Request =
  /** `text` is a program, see `Extraction.program`. */
  | { id: number; kind: "load"; standIns: readonly string[]; text: string }
  /** `text` holds the arguments: JSON of a list of encoded values (see src/check/wire.ts). */
  | { id: number; kind: "call"; name: string; async: boolean; text: string }
  /** Asks for the library's compiled code. */
  | { id: number; kind: "code"; text: string }
  | StandInAnswer;

/** Asks a reader about a file. Its `bytes`, as many as are said, come behind the frame; `text` is JSON of a `Question`. */
export interface ReaderRequest {
  id: number;
  kind: "read";
  bytes: number;
  text: string;
}

export type Reply =
  /** `text` says whether compiled code was found and could be used: `compiled`, or nothing. */
  | { id: number; kind: "ready"; text: string }
  | { id: number; kind: "loaded"; text: string }
  /** `text` is a message: of an error, or a reader's reason why a file cannot be graded; empty where there is a `fault`. */
  | { id: number; kind: "failed"; at?: string; fault?: Fault; text: string }
  /** `text` is base64. */
  | { id: number; kind: "code"; text: string }
  /** `text` is JSON of an encoded outcome, or of a reader's answer. A referee also says whether the call has used `np.random`. */
  | { id: number; kind: "outcome"; tookRandom?: boolean; text: string }
  /** `text` holds the arguments, as in a call. */
  | { id: number; kind: "stand-in"; name: string; text: string };

/**
 * Why a call came to nothing: its result is too large, or could not be converted; nothing was loaded; or an error got out of
 * it that is not looked at.
 */
export const faults = ["too-large", "conversion", "unloaded", "escaped"] as const;
export type Fault = (typeof faults)[number];

/** `text` is JSON of a `StandInValue`, or the message of an error. */
export type StandInAnswer = { id: number; kind: "stand-in"; failed: boolean; text: string };

/** Larger than any result of the course by far. */
export const maxFrameBytes = 32 * 2 ** 20;

/** What the program that is loaded is called in the stack of an error. */
export const submissionFile = "submission";

/** The pipe between grader and sandbox. */
export const pipeFd = 3;
