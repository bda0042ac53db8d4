import { words } from "../../src/words/words";
import { clipWidth } from "../text/clipWidth";
import { widthOf } from "./widthOf";

/** How far grading is: a bar on a terminal, occasional lines elsewhere. On standard error, apart from the results. */
export class Progress {
  private done = 0;
  private readonly start = performance.now();
  private readonly live = process.stderr.isTTY === true;

  constructor(private readonly total: number) {}

  advance(student: string, score: string): void {
    this.done += 1;
    if (this.live) this.draw();
    else if (this.isMilestone()) console.error(words.commands.grade.progress(this.done, this.total, student, score));
  }

  end(): void {
    if (this.live) process.stderr.write("\r\x1b[K");
    const seconds = (performance.now() - this.start) / 1000;
    console.error(words.commands.grade.end(this.total, seconds));
  }

  private draw(): void {
    const width = 30;
    const filled = Math.round((width * this.done) / this.total);
    const rate = this.done / ((performance.now() - this.start) / 1000);
    const left = Math.ceil((this.total - this.done) / rate);
    const bar = "█".repeat(filled) + "░".repeat(width - filled);
    const line = `${bar} ${words.commands.grade.bar(this.done, this.total, rate, left)}`;
    // In the last column, the cursor would move on to the next line.
    process.stderr.write(`\r${clipWidth(line, widthOf(process.stderr) - 1)}\x1b[K`);
  }

  /** Every submission of a small class; every twentieth of a large one. */
  private isMilestone(): boolean {
    return this.done % Math.ceil(this.total / 20) === 0 || this.done === this.total;
  }
}
