import { StringDecoder } from "node:string_decoder";

/** Puts lines together that arrive in pieces of bytes. */
export class LineReader {
  private readonly decoder = new StringDecoder("utf8");
  /** The beginning of a line, in pieces: a long one would be copied again and again if they were joined. */
  private pieces: string[] = [];

  constructor(private readonly receive: (line: string) => void) {}

  add(chunk: Buffer): void {
    const lines = this.decoder.write(chunk).split("\n");
    const last = lines.pop() ?? "";
    for (const line of lines) {
      const whole = [...this.pieces, line].join("");
      this.pieces = [];
      this.receive(whole);
    }
    this.pieces.push(last);
  }
}
