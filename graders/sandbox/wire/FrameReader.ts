import { Buffer } from "node:buffer";
import { BeyondLimits } from "./BeyondLimits";
import { maxFrameBytes } from "./protocol";

/** Cuts a stream of bytes into frames. What comes in is not trusted: a frame that claims to be too large is an error. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private available = 0;
  private expected: number | null = null;

  /**
   * The bodies of the frames that are complete with this chunk.
   *
   * @throws BeyondLimits when a frame is larger than {@link maxFrameBytes}
   */
  push(chunk: Buffer): string[] {
    this.chunks.push(chunk);
    this.available += chunk.length;
    const frames: string[] = [];
    for (;;) {
      if (this.expected === null) {
        if (this.available < 4) return frames;
        this.expected = this.take(4).readUInt32BE(0);
        if (this.expected > maxFrameBytes) throw new BeyondLimits("its result is too large");
      }
      if (this.available < this.expected) return frames;
      frames.push(this.take(this.expected).toString("utf8"));
      this.expected = null;
    }
  }

  private take(length: number): Buffer {
    const bytes = this.chunks.length === 1 ? this.chunks[0] : Buffer.concat(this.chunks);
    this.chunks = length < bytes.length ? [bytes.subarray(length)] : [];
    this.available -= length;
    return bytes.subarray(0, length);
  }
}
