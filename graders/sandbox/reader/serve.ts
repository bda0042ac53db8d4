import { writeReply } from "../wire/pipe";
import type { Reply } from "../wire/protocol";
import { type Received, receive } from "./receive";
import { replyAbout } from "./replyAbout";

function replyTo({ request, bytes }: Received): Reply {
  const { id } = request;
  if (request.kind !== "read") throw new Error("a request that is not for a reader");
  return { id, ...replyAbout(request.text, bytes) };
}

/** Answers the grader until it closes the pipe. */
export function serve(): void {
  writeReply({ id: 0, kind: "ready", text: "" });
  for (let received = receive(); received; received = receive()) writeReply(replyTo(received));
}
