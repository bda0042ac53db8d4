import type { CompiledCell } from "./compiler/CellCompiler";
import { CompilerThread } from "./compiler/CompilerThread";
import { hasValue } from "./compiler/Declaration";
import { formatDiagnostics } from "./compiler/formatDiagnostics";
import { describeError } from "./engine/describeError";
import { EngineProcess } from "./engine/EngineProcess";
import { Interrupted } from "./engine/Interrupted";
import type { CellError, EngineMessage } from "./engine/messages";

/** How a cell ended. */
export interface Outcome {
  error?: CellError;
  /** The formats of its last expression, when that has a value. */
  result?: object;
}

/** Output of a cell, in the order in which it was made. */
export type Output = Extract<EngineMessage, { type: "stream" | "display" | "clear" | "late-error" }>;

interface Run {
  cell: CompiledCell;
  result?: object;
  finish(outcome: Outcome): void;
}

/** Compiles cells here and runs them in the engine's process; one at a time. */
export class CellRunner {
  readonly compiler: CompilerThread;
  private engine: EngineProcess;
  private running: Run | undefined;
  private isInterrupted = false;

  /** @param onOutput called with each output; the cell is the one that `run` announced, null if it is unknown */
  constructor(
    private readonly directory: string,
    private readonly onOutput: (output: Output) => void,
  ) {
    this.engine = this.startEngine();
    this.compiler = new CompilerThread(directory);
  }

  /**
   * Runs a cell.
   *
   * @param label how errors name it, such as `Cell [3]`
   * @param announce called with the number that the cell's outputs carry, before it starts
   */
  async run(code: string, label: string, announce: (cell: number) => void = () => {}): Promise<Outcome> {
    this.isInterrupted = false;
    const compilation = await this.compiler.request("compile", code);
    if (this.isInterrupted) return { error: describeError(new Interrupted()) };
    if (!compilation.ok) return { error: formatDiagnostics(compilation.diagnostics, label) };
    const { cell } = compilation;
    announce(cell.id);
    return new Promise((finish) => {
      this.running = { cell, finish };
      this.engine.run({
        cell: cell.id,
        label,
        original: cell.original,
        insertions: cell.insertions,
        code: cell.code,
        sourceMap: cell.sourceMap,
        isAsync: cell.hasTopLevelAwait,
        names: cell.declarations.filter(hasValue).map(({ name }) => name),
      });
    });
  }

  /** Ends the cell that is compiling or running, if there is one, with a KeyboardInterrupt. */
  interrupt(): void {
    this.isInterrupted = true;
    if (this.running) this.engine.interrupt();
  }

  stop(): void {
    this.engine.stop();
  }

  private startEngine(): EngineProcess {
    return new EngineProcess(this.directory, {
      message: (message) => this.receive(message),
      exit: (reason) => this.replaceEngine(reason),
    });
  }

  private receive(message: EngineMessage): void {
    if (message.type === "result") {
      if (this.running) this.running.result = message.data;
    } else if (message.type === "done") {
      this.finish(message);
    } else {
      this.onOutput(message);
    }
  }

  private finish({ error, set }: Extract<EngineMessage, { type: "done" }>): void {
    const run = this.running;
    if (!run) return;
    this.running = undefined;
    // After an error, too: what the cell had declared by then stays, as in any other kernel.
    void this.compiler.request("commit", run.cell, error ? set : undefined);
    run.finish({ error, result: run.result });
  }

  private replaceEngine(reason: string): void {
    void this.compiler.request("reset");
    this.engine = this.startEngine();
    const run = this.running;
    this.running = undefined;
    const evalue = `the process that runs the cells ended (${reason}); all variables are gone, run the cells above again`;
    run?.finish({ error: { ename: "EngineStopped", evalue, traceback: [`EngineStopped: ${evalue}`] } });
  }
}
