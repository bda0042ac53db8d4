import { readSync, writeSync } from "node:fs";
import { FrameReader } from "../FrameReader";
import { frameOf, messageIn } from "../frame";
import { maxFrameBytes, pipeFd, type Reply, type Request } from "../protocol";

const reader = new FrameReader();
const chunk = Buffer.alloc(65_536);

/** Waits for the next request, with everything else at rest. Null when the grader has closed the pipe. */
export function readRequest(): Request | null {
  for (;;) {
    const count = readSync(pipeFd, chunk);
    if (count === 0) return null;
    // The grader waits for an answer before it asks again, so that there is no more than one frame.
    const [body] = reader.push(Buffer.from(chunk.subarray(0, count)));
    if (body !== undefined) return messageIn(body) as Request;
  }
}

/** @throws RangeError when the reply is larger than the grader would take. */
export function writeReply(reply: Reply): void {
  const frame = frameOf(reply);
  if (frame.length > maxFrameBytes) throw new RangeError("the reply is too large");
  for (let done = 0; done < frame.length; ) done += writeSync(pipeFd, frame, done);
}
