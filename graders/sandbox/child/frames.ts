import { readSync, writeSync } from "node:fs";
import { maxFrameBytes, pipeFd, type Reply, type Request } from "../protocol";

/** Waits for the next request, with everything else at rest. Null when the grader has closed the pipe. */
export function readRequest(): Request | null {
  const header = readBytes(4);
  const body = header && readBytes(header.readUInt32BE(0));
  return body && (JSON.parse(body.toString("utf8")) as Request);
}

function readBytes(length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const count = readSync(pipeFd, bytes, done, length - done, null);
    if (count === 0) return null;
    done += count;
  }
  return bytes;
}

/** @throws RangeError when the reply is larger than the grader would take. */
export function writeReply(reply: Reply): void {
  const body = Buffer.from(JSON.stringify(reply), "utf8");
  if (body.length > maxFrameBytes) throw new RangeError("the reply is too large");
  const frame = Buffer.alloc(4 + body.length);
  frame.writeUInt32BE(body.length, 0);
  body.copy(frame, 4);
  for (let done = 0; done < frame.length; ) done += writeSync(pipeFd, frame, done);
}
