import { Buffer } from "node:buffer";
import { BeyondLimits } from "./BeyondLimits";
import { maxFrameBytes } from "./protocol";

/** What is kept ready for the next frame; a larger one gets room of its own. */
const usualBytes = 65_536;

/**
 * Cuts a stream of bytes into frames. What comes in is not trusted: a frame that claims to be too large is an error, and one
 * that comes byte by byte takes no more room than one that comes at once.
 */
export class FrameReader {
  private bytes = Buffer.allocUnsafe(usualBytes);
  private length = 0;

  /**
   * The bodies of the frames that are complete with this chunk.
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

  /** Forgets the first bytes, and the room for a large frame with it. */
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
