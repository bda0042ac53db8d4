/**
 * What grader and sandbox say to each other, in frames (see frame.ts). The grader asks, and the sandbox answers with
 * the same id; while it works on a call, it may ask for a stand-in. Nothing that the sandbox sends is trusted: the
 * grader checks its form, and treats it as a claim of the submission.
 */
export type Request =
  /** `text` is a program, see `Extraction.program`. */
  | ({ id: number; kind: "load"; standIns: readonly string[]; text: string } & Needs)
  /** `text` holds the arguments: JSON of a list of encoded values (see src/check/wire.ts). */
  | { id: number; kind: "call"; name: string; async: boolean; text: string }
  /** Asks for compiled code: the library's, or that of the modules which only some programs need. */
  | { id: number; kind: "code"; of: CodePart; text: string }
  | StandInAnswer;

/** What some programs need besides the library; most need nothing. */
export interface Needs {
  /** Modules that may be imported besides `nablab`. */
  modules?: readonly string[];
  /** The functions that compute with tensors: checks give them arrays, and compare arrays. */
  tensors?: readonly string[];
}

/** The parts of the sandbox's text that are compiled separately. */
export type CodePart = "library" | "modules";

/** Asks a reader about a file. The file's `bytes` bytes follow the frame; `text` is JSON of a `Question`. */
export interface ReaderRequest {
  id: number;
  kind: "read";
  bytes: number;
  text: string;
}

export type Reply =
  /** `text` says whether compiled code was found and could be used: `compiled`, otherwise empty. */
  | { id: number; kind: "ready"; text: string }
  | { id: number; kind: "loaded"; text: string }
  /** `text` is a message: an error's, or a reader's reason why a file cannot be graded; empty if there is a `fault`. */
  | { id: number; kind: "failed"; at?: string; fault?: Fault; text: string }
  /** `text` is base64. */
  | { id: number; kind: "code"; text: string }
  /** `text` is JSON of an encoded outcome or a reader's answer. A referee adds whether the call used `np.random`. */
  | { id: number; kind: "outcome"; tookRandom?: boolean; text: string }
  /** `text` holds the arguments, as for a call. */
  | { id: number; kind: "stand-in"; name: string; text: string };

/**
 * Why a call has no outcome: its result is too large, or could not be converted; nothing was loaded; or an error
 * escaped from it, which is not inspected.
 */
export const faults = ["too-large", "conversion", "unloaded", "escaped"] as const;
export type Fault = (typeof faults)[number];

/** `text` is JSON of a `StandInValue`, or the message of an error. */
export type StandInAnswer = { id: number; kind: "stand-in"; failed: boolean; text: string };

/** Far larger than any result in the course. */
export const maxFrameBytes = 32 * 2 ** 20;

/** The name of the loaded program in an error's stack. */
export const submissionFile = "submission";

/** The pipe between grader and sandbox. */
export const pipeFd = 3;
