import { Buffer } from "node:buffer";
import { BeyondLimits } from "./BeyondLimits";
import { maxFrameBytes } from "./protocol";

/** Space kept ready for the next frame; a larger frame gets its own. */
const usualBytes = 65_536;

/**
 * Cuts a stream of bytes into frames. The input is not trusted: a frame that claims to be too large is an error, and a
 * frame that arrives byte by byte takes no more memory than one that arrives at once.
 */
export class FrameReader {
  private bytes = Buffer.allocUnsafe(usualBytes);
  private length = 0;

  /**
   * The bodies of the frames that this chunk completes.
   *
   * @throws BeyondLimits when a frame is larger than {@link maxFrameBytes}
   */
  push(chunk: Buffer): string[] {
    this.append(chunk);
    const frames: string[] = [];
    let start = 0;
    while (this.length - start >= 4) {
      const size = this.bytes.readUInt32BE(start);
      if (size > maxFrameBytes) throw new BeyondLimits({ of: "result" });
      const end = start + 4 + size;
      if (end > this.length) break;
      frames.push(this.bytes.toString("utf8", start + 4, end));
      start = end;
    }
    this.drop(start);
    return frames;
  }

  private append(chunk: Buffer): void {
    const length = this.length + chunk.length;
    if (length > this.bytes.length) this.grow(Math.max(length, 2 * this.bytes.length));
    chunk.copy(this.bytes, this.length);
    this.length = length;
  }

  /** Drops the first bytes, together with the space for a large frame. */
  private drop(count: number): void {
    if (count === 0) return;
    this.length -= count;
    if (this.length === 0 && this.bytes.length > usualBytes) this.bytes = Buffer.allocUnsafe(usualBytes);
    else this.bytes.copy(this.bytes, 0, count, count + this.length);
  }

  private grow(capacity: number): void {
    const bytes = Buffer.allocUnsafe(capacity);
    this.bytes.copy(bytes, 0, 0, this.length);
    this.bytes = bytes;
  }
}
