import { asWritten } from "../../check/asWritten";
import { habits } from "../../words/habits";

/**
 * The message of an error, with names as the learner has written them, and what to write instead if a habit from Python or plain JavaScript is the cause.
 *
 * The library that knows is loaded for the first such error, and not while the kernel starts.
 */
export function withAdvice(name: string, message: string): string {
  if (!/^(Type|Reference)Error$/.test(name)) return message;
  const { causeOf } = require("../../check/causeOf") as typeof import("../../check/causeOf");
  const cause = causeOf(`${name}: ${message}`);
  const advice = cause === null ? "" : habits.afterError(cause);
  const written = asWritten(message);
  return advice === "" ? written : `${written.replace(/\.$/, "")}. ${advice}`;
}
