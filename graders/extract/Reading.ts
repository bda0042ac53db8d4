import type { Effects, Unit } from "./Unit";

/** What a reader is asked about a file. The file's bytes are sent separately. */
export type Question =
  /** Which assignment it may belong to. */
  | {
      about: "assignment";
      extension: string;
      names: readonly string[];
      /** If the file names one of these itself, nothing else is looked for. */
      enough?: readonly string[];
    }
  /** Its graded functions and, for some of them, their loops. */
  | {
      about: "code";
      extension: string;
      graded: readonly string[];
      ruled: readonly string[];
      /** What may be imported besides `nablab`. */
      modules?: readonly string[];
      /** What the assignment declares, in case the submission does not. */
      given?: readonly Effects[];
    }
  /** What an assignment's own notebook declares besides the graded functions. */
  | { about: "given"; extension: string; graded: readonly string[]; modules?: readonly string[] }
  /** What it is made of, for comparing it with others; the answer is a `Structure`. */
  | { about: "structure"; extension: string };

/** What tells which assignment a file belongs to. */
export interface Survey {
  /** `metadata.nablab.assignment` of a notebook, if it is there. */
  declaredAssignment: string | null;
  /** The argument of its call of `useAssignment`. */
  usedAssignment: string | null;
  /** Which of the names in the question it declares. */
  declares: string[];
  /** Those of them that it leaves as they were handed out. */
  unwritten: string[];
}

/** The parts of a file that are graded. */
export interface Reading {
  /** As in `Survey`. */
  declaredAssignment: string | null;
  usedAssignment: string | null;
  /** What the graded functions reach, in the order in which a notebook runs it. */
  units: Unit[];
}
