import { resultFunction } from "../compiler/resultFunction";
import type { CellContext } from "./CellContext";
import { describeError } from "./describeError";
import { Interrupted } from "./Interrupted";
import type { RunMessage } from "./messages";
import type { Platform } from "./Platform";
import { registerSource } from "./SourceRegistry";
import { toMimeBundle } from "./toMimeBundle";
import { watchModule } from "./watchModule";

type CellFunction = (...args: unknown[]) => unknown;

const parameters = ["exports", "require", "__filename", "__dirname", resultFunction];

/** Runs compiled cells in one shared scope. */
export class CellEvaluator {
  /** Every cell's `exports`, so that cells read and write each other's variables directly. */
  private readonly scope: Record<string, unknown> = {};
  private readonly require: Platform["require"];
  private running: CellContext | undefined;

  constructor(private readonly platform: Platform) {
    const { require: load } = platform;
    const isCell = (id: string) => /^\.\/__cell-\d+__\.cjs$/.test(id);
    const find = (id: string) => (id === "nablab" ? load(id) : watchModule(id, load(id)));
    this.require = Object.assign((id: string) => (isCell(id) ? this.scope : find(id)), load);
  }

  /** Runs a cell and sends its outputs, then `done`. Never rejects. */
  async run(message: RunMessage): Promise<void> {
    const { platform } = this;
    const before = message.names.map((name) => [name, this.scope[name]] as const);
    let error: unknown;
    let failed = false;
    try {
      const result = await this.evaluate(message);
      if (result !== undefined) {
        platform.send({ type: "result", cell: message.cell, data: toMimeBundle(result, platform.inspect) });
      }
    } catch (thrown) {
      failed = true;
      error = thrown;
      // Compiled code clears the names it declares first; those that the cell did not reach keep their earlier values.
      for (const [name, value] of before) if (this.scope[name] === undefined) this.scope[name] = value;
    }
    if (this.running) this.running.isDone = true;
    this.running = undefined;
    const set = message.names.filter((name) => this.scope[name] !== undefined);
    const outcome = failed ? { error: describeError(error, platform.inspect) } : {};
    platform.send({ type: "done", cell: message.cell, set, ...outcome });
  }

  /** Ends the running cell with a KeyboardInterrupt. */
  interrupt(): void {
    if (!this.running) return;
    this.running.isInterrupted = true;
    this.running.fail(new Interrupted());
  }

  /** The value of the cell's last expression. */
  private evaluate(message: RunMessage): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const { platform } = this;
      const { cell, label } = message;
      const context: CellContext = {
        cell,
        label,
        isInterrupted: false,
        isDone: false,
        rejections: new Map(),
        fail: reject,
      };
      this.running = context;
      platform.forgetChangedFiles();
      const body = this.compile(message);
      let result: unknown;
      const args = [
        this.scope,
        this.require,
        platform.filename,
        platform.dirname,
        (value: unknown) => {
          result = value;
        },
      ];
      // In a turn of its own: when an interrupt terminates the cell, nothing of this class is on the stack to be lost.
      platform.nextTurn(() => {
        const finished = platform.runInCell(context, () => attempt(body, args));
        finished.then(() => this.settle(context, () => resolve(result)), reject);
      });
    });
  }

  private compile({ cell, label, original, insertions, code, sourceMap, isAsync }: RunMessage): CellFunction {
    const filename = `nablab:cell-${cell}`;
    registerSource(filename, label, original, insertions, this.platform.readSourceMap(sourceMap));
    const head = `(${isAsync ? "async " : ""}function (${parameters.join(", ")}) { `;
    return this.platform.evaluate(`${head}${code}\n})`, filename) as CellFunction;
  }

  /** Waits a turn so that rejections caused by the cell are noticed, and makes it fail with the first. */
  private settle(context: CellContext, succeed: () => void): void {
    this.platform.nextTurn(() => {
      const [unhandled] = context.rejections.values();
      if (context.rejections.size > 0) context.fail(unhandled);
      else succeed();
    });
  }
}

async function attempt(body: CellFunction, args: unknown[]): Promise<unknown> {
  return body(...args);
}
