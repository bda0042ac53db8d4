import { isCellModule } from "../compiler/CellScope";
import { standIns } from "../compiler/standIns";
import type { CellContext } from "./CellContext";
import { describeError } from "./describeError";
import { helpers } from "./helpers";
import { Interrupted } from "./Interrupted";
import type { CellError, RunMessage } from "./messages";
import type { Platform } from "./Platform";
import { RunLog } from "./RunLog";
import { readSafely } from "./readSafely";
import { registerSource } from "./SourceRegistry";
import { toMimeBundle } from "./toMimeBundle";
import { watchModule } from "./watchModule";

type CellFunction = (...args: unknown[]) => unknown;

const parameters = ["exports", "require", "__filename", "__dirname", standIns.import, standIns.meta, standIns.result];

/** Runs compiled cells in one shared scope. */
export class CellEvaluator {
  /** Every cell's `exports`, so that cells read and write each other's variables directly. */
  private readonly scope: Record<string, unknown> = {};
  private readonly require: Platform["require"];
  private readonly import: (id: unknown) => Promise<unknown>;
  private readonly log = new RunLog();
  private running: CellContext | undefined;
  /** All cells up to this one have been interrupted, with what they have left running. */
  private interrupted = 0;
  private latest = 0;

  constructor(private readonly platform: Platform) {
    const { require: load } = platform;
    const watch = (id: string, module: unknown) => (id === "nablab" ? module : watchModule(id, module));
    this.require = Object.assign((id: string) => (isCellModule(id) ? this.scope : watch(id, load(id))), load);
    this.import = async (id) => watch(String(id), await platform.import(String(id)));
  }

  /** Runs a cell and sends its outputs, then `done`. */
  run(message: RunMessage): void {
    const { platform } = this;
    const before = message.names.map((name) => [name, this.valueOf(name)] as const);
    // An import that an earlier cell has exported cannot be assigned to.
    for (const name of message.names)
      if (Object.getOwnPropertyDescriptor(this.scope, name)?.get) delete this.scope[name];
    const end = (describe?: () => CellError): void => {
      if (context.isDone) return;
      // Compiled code clears the names it declares first; those that the cell did not reach keep their earlier values.
      if (describe)
        for (const [name, value] of before) if (this.valueOf(name) === undefined) Reflect.set(this.scope, name, value);
      const error = describe?.();
      const set = message.names.filter((name) => this.valueOf(name) !== undefined);
      context.isDone = true;
      this.running = undefined;
      platform.send({ type: "done", cell: message.cell, set, error });
    };
    let isInterrupted = false;
    const isWithin = () => message.cell <= this.interrupted;
    const context: CellContext = {
      cell: message.cell,
      label: message.label,
      allowsInput: message.allowsInput,
      get isInterrupted() {
        return isInterrupted || isWithin();
      },
      interrupt() {
        isInterrupted = true;
      },
      isDone: false,
      rejections: new Map(),
      // Describing an interrupt runs none of the learner's code; describing another error can be interrupted.
      fail: (error) => end(() => describeError(error, platform.inspect)),
    };
    this.running = context;
    this.log.add({ id: message.id, code: message.original });
    this.latest = message.cell;
    // In a turn of its own: when an interrupt terminates the cell, nothing else is on the stack to be lost.
    platform.nextTurn(() => void platform.runInCell(context, () => this.runToEnd(message, context, end)));
  }

  /**
   * Ends the running cell with a KeyboardInterrupt; if none runs, what earlier cells have left running.
   *
   * @param unfinished cells whose timers were terminated, and may fire again
   */
  interrupt(unfinished: readonly CellContext[] = []): void {
    for (const context of unfinished) context.interrupt();
    if (!this.running) {
      this.interrupted = this.latest;
      return;
    }
    this.running.interrupt();
    this.running.fail(new Interrupted());
  }

  /** `await` throughout: a cell can replace a promise's methods. */
  private async runToEnd(message: RunMessage, context: CellContext, succeed: () => void): Promise<void> {
    const { platform } = this;
    try {
      const { value } = await this.evaluate(message);
      // Rejections caused by the cell are noticed in a turn of their own.
      await new Promise<void>((resolve) => platform.nextTurn(resolve));
      const [unhandled] = context.rejections.values();
      if (context.rejections.size > 0) return context.fail(unhandled);
      const data = value === undefined ? undefined : await toMimeBundle(value, platform.inspect);
      if (data && !context.isDone) platform.send({ type: "result", cell: context.cell, data });
      succeed();
    } catch (error) {
      context.fail(error);
    }
  }

  /** The value of the cell's last expression; in an object, since a promise would be awaited. */
  private async evaluate(message: RunMessage): Promise<{ value: unknown }> {
    const { platform } = this;
    const body = this.compile(message);
    let value: unknown;
    const takeResult = (result: unknown): void => {
      value = result;
    };
    const { filename, dirname, meta } = platform;
    const prepared = platform.prepareImports(message.imports);
    if (prepared) await prepared;
    await body.call(helpers, this.scope, this.require, filename, dirname, this.import, meta, takeResult);
    return Object.assign(Object.create(null), { value });
  }

  private compile({ cell, label, original, insertions, code, sourceMap, isAsync }: RunMessage): CellFunction {
    const filename = `nablab:cell-${cell}`;
    const script = `(${isAsync ? "async " : ""}function (${parameters.join(", ")}) { ${code}\n})`;
    registerSource(filename, label, original, insertions, this.platform.readSourceMap(sourceMap), script);
    return this.platform.evaluate(script, filename) as CellFunction;
  }

  /** A variable's value; what an import stands for can throw. */
  private valueOf(name: string): unknown {
    return readSafely(() => this.scope[name], undefined);
  }
}
