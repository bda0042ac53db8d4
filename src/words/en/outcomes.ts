import type { Stop } from "../../check/Stop";
import type { Unusable } from "../../check/Unusable";
import { advice } from "./advice";

/** How a call ended when it did not return a value that can be judged. */
export const outcomes = {
  stopped: (stop: Stop): string =>
    stop.cause === "time" ? `It was stopped after ${stop.seconds} s.` : `It was stopped: ${reasonFor(stop)}.`,

  unusable: (what: Unusable): string => {
    if (what.kind === "too-large") return "Its result is too large.";
    if (what.kind === "tensor") return tensors[what.problem];
    const remedy = what.kind === "promise" ? ` ${advice.promise}` : "";
    return `It returned ${nameOf(what)}, which is neither a number, an array, a list nor an object.${remedy}`;
  },

  /** Why a stopped process could not read a submission; continues the file's name. */
  unread: (stop: Stop): string => {
    if (stop.cause === "time") return `could not be read within ${stop.seconds} s`;
    if (stop.cause === "memory") return `needs more than ${stop.megabytes} MB to be read`;
    return `could not be read: ${reasonFor(stop)}`;
  },
};

function reasonFor(stop: Exclude<Stop, { cause: "time" }>): string {
  switch (stop.cause) {
    case "budget":
      return `the submission has used its ${stop.seconds} s of processor time`;
    case "memory":
      return `it used more than ${stop.megabytes} MB of memory`;
    case "died":
      return `its process ended early${stop.end === undefined ? "" : ` (${stop.end ?? "no exit code"})`}`;
    case "forged":
      return "it sent the grader something that is not a result";
    case "excess":
      return stop.of === "questions" ? `it called other functions more than ${stop.most} times` : excesses[stop.of];
  }
}

const otherDtype = (dtype: string): string =>
  `It returned a tensor of dtype ${dtype}, which cannot be compared. Return one of float32, int32 or bool.`;

const tensors: Record<Extract<Unusable, { kind: "tensor" }>["problem"], string> = {
  disposed:
    "It returned a tensor that has been disposed. Return it from the function that you pass to `tf.tidy`, and do not dispose it.",
  foreign: "It returned a tensor of another copy of TensorFlow.js. Import that of `nablab/tf`.",
  complex64: otherDtype("complex64"),
  string: otherDtype("string"),
  array: "It returned an array of `np` where a tensor is expected. Compute it with `tf`, or make a tensor of it.",
  promise: "It returned a Promise where a tensor is expected. Use `dataSync()`, or return the tensor.",
};

const excesses = {
  result: "its result is too large",
  exchange: "it exchanged too much with the functions it calls",
};

function nameOf(what: Exclude<Unusable, { kind: "too-large" | "tensor" }>): string {
  switch (what.kind) {
    case "promise":
      return "a Promise";
    case "unsettled":
      return what.seconds === undefined
        ? "a Promise that is never settled"
        : `a Promise that is not settled after ${what.seconds} s`;
    case "nested":
      return `a value nested more than ${what.levels} levels deep`;
    case "other":
      return /^[AEIO]/.test(what.type) ? `an ${what.type}` : `a ${what.type}`;
  }
}
