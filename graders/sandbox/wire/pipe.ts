import { Buffer } from "node:buffer";
import fs from "node:fs";
import { FrameReader } from "./FrameReader";
import { frameOf, messageIn } from "./frame";
import { maxFrameBytes, pipeFd, type Reply, type Request } from "./protocol";

// Taken now, so that nothing here depends on what Node's modules contain once learner code has run.
const { readSync, writeSync } = fs;
const reader = new FrameReader();
const chunk = Buffer.alloc(65_536);

/** The grader's requests, in order: it may send several at once. */
const received: Request[] = [];

/** The next request. Blocks the process until there is one; null when the grader has closed the pipe. */
export function readRequest(): Request | null {
  while (received.length === 0) {
    const count = readSync(pipeFd, chunk);
    if (count === 0) return null;
    for (const body of reader.push(Buffer.from(chunk.subarray(0, count)))) received.push(messageIn(body) as Request);
  }
  return received.shift() ?? null;
}

/** @throws RangeError when the reply is larger than the grader accepts. */
export function writeReply(reply: Reply): void {
  const frame = frameOf(reply);
  if (frame.length > maxFrameBytes) throw new RangeError("the reply is too large");
  for (let done = 0; done < frame.length; ) done += writeSync(pipeFd, frame, done);
}
