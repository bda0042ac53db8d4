import type { Reply } from "./protocol";

/**
 * A reply in the one form that the grader expects.
 *
 * @throws Error when the text is anything else: then the submission has tampered with the sandbox.
 */
export function parseReply(text: string): Reply {
  const reply = parseRecord(text);
  const { id, kind } = reply;
  if (typeof id !== "number") throw new Error("a reply without an id");
  switch (kind) {
    case "ready":
    case "loaded":
      return { id, kind };
    case "failed":
      return {
        id,
        kind,
        message: stringIn(reply, "message"),
        ...(reply.at === undefined ? {} : { at: stringIn(reply, "at") }),
      };
    case "outcome":
      return { id, kind, outcome: stringIn(reply, "outcome") };
    case "stand-in":
      return { id, kind, name: stringIn(reply, "name"), args: stringIn(reply, "args") };
    default:
      throw new Error("a reply of an unknown kind");
  }
}

function parseRecord(text: string): Record<string, unknown> {
  const json: unknown = JSON.parse(text);
  if (typeof json !== "object" || json === null) throw new Error("a reply that is no object");
  return json as Record<string, unknown>;
}

function stringIn(reply: Record<string, unknown>, key: string): string {
  const value = reply[key];
  if (typeof value !== "string") throw new Error(`a reply without ${key}`);
  return value;
}
