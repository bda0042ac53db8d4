import { messageIn } from "./frame";
import { type Fault, faults, type Reply } from "./protocol";

/** In characters of the first line, the part that is parsed: it holds an id, a kind, and at most a name and a place. */
const maxHead = 1000;

/**
 * A reply in the only form that the grader accepts.
 *
 * @param body of a frame
 * @throws Error when it is anything else: the submission has then tampered with the sandbox
 */
export function parseReply(body: string): Reply {
  const end = body.indexOf("\n");
  if ((end < 0 ? body.length : end) > maxHead) throw new Error("a reply whose first line is too long");
  const reply = messageIn(body);
  if (typeof reply !== "object" || reply === null) throw new Error("a reply that is no object");
  const { id, kind, name, at, fault, tookRandom, text } = reply as Record<string, unknown>;
  if (typeof id !== "number") throw new Error("a reply without an id");
  if (typeof text !== "string") throw new Error("a reply without a text");
  switch (kind) {
    case "ready":
    case "loaded":
    case "code":
      return { id, kind, text };
    case "outcome":
      return tookRandom === true ? { id, kind, text, tookRandom } : { id, kind, text };
    case "failed":
      if (fault !== undefined) return { id, kind, text, fault: faultOf(fault) };
      return at === undefined ? { id, kind, text } : { id, kind, text, at: textOf(at, "at") };
    case "stand-in":
      return { id, kind, text, name: textOf(name, "name") };
    default:
      throw new Error("a reply of an unknown kind");
  }
}

function faultOf(value: unknown): Fault {
  const fault = faults.find((one) => one === value);
  if (!fault) throw new Error("a reply of an unknown fault");
  return fault;
}

function textOf(value: unknown, key: string): string {
  if (typeof value !== "string") throw new Error(`a reply whose ${key} is no text`);
  return value;
}
