import { readSync } from "node:fs";
import { messageIn } from "../wire/frame";
import { pipeFd, type ReaderRequest, type Request } from "../wire/protocol";

export interface Received {
  request: Request | ReaderRequest;
  /** Bytes that arrived after the request's frame. */
  bytes: Buffer;
}

/**
 * The next request and the file it is about. The file is read straight into its buffer: a copy of a large one would
 * take too much memory. Blocks until there is one; null when the grader has closed the pipe.
 */
export function receive(): Received | null {
  const length = take(4)?.readUInt32BE(0);
  const body = length === undefined ? null : take(length);
  if (!body) return null;
  const request = messageIn(body.toString("utf8")) as Received["request"];
  const bytes = take(request.kind === "read" ? request.bytes : 0);
  return bytes && { request, bytes };
}

function take(length: number): Buffer | null {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let done = 0; done < length; ) {
    const count = readSync(pipeFd, bytes, done, length - done, null);
    if (count === 0) return null;
    done += count;
  }
  return bytes;
}
