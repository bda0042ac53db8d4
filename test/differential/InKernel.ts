import { join } from "node:path";
import { root } from "../../graders/course/folderOf";
import type { Output, CellRunner as Runner } from "../../src/kernel/CellRunner";
import type { nodeParts as partsIn } from "../../src/kernel/node/nodeParts";
import { type Notice, noticeType } from "../../src/notebook/Notice";
import type { Said, Verdicts } from "./Row";

const { CellRunner } = require(join(root, "dist/kernel/CellRunner.js")) as { CellRunner: typeof Runner };
const { nodeParts } = require(join(root, "dist/kernel/node/nodeParts.js")) as { nodeParts: typeof partsIn };

/** Runs notebooks one after the other in the real kernel, each from a restart. */
export class InKernel {
  private outputs: Output[] = [];
  private cells = 0;
  private readonly runner = new CellRunner(nodeParts(join(root, "notebooks")), (output) => this.outputs.push(output));

  /**
   * "Restart and run all", going on after a cell that fails.
   *
   * @param functions the graded functions
   * @param patience after how many milliseconds a cell is interrupted, as a learner would
   */
  async verdicts(cells: readonly string[], functions: readonly string[], patience: number): Promise<Verdicts> {
    this.outputs = [];
    const errors: string[] = [];
    for (const cell of cells) {
      const stop = setTimeout(() => this.runner.interrupt(), patience);
      this.cells += 1;
      const { error } = await this.runner.run(cell, `Cell [${this.cells}]`);
      clearTimeout(stop);
      if (error) errors.push(`${error.ename}: ${error.evalue}`);
    }
    // Restarts: the kernel starts another process, with nothing in it.
    await this.runner.run("process.exit(0)", "Restart");
    const said = new Map(this.notices().map((notice) => [notice.function, saidIn(notice)]));
    const none: Said = { status: "not-defined", checks: {}, message: errors.join(" ") };
    return Object.fromEntries(functions.map((name) => [name, said.get(name) ?? none]));
  }

  stop(): void {
    this.runner.stop();
  }

  private notices(): Extract<Notice, { kind: "verdict" }>[] {
    return this.outputs.flatMap((output) => {
      const notice = output.type === "display" && (output.data as Record<string, Notice>)[noticeType];
      return notice && notice.kind === "verdict" ? [notice] : [];
    });
  }
}

function saidIn({ status, checks, unavailable }: Extract<Notice, { kind: "verdict" }>): Said {
  return { status, checks, unavailable };
}
