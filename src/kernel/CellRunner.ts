import { kernel as words } from "../words/kernel";
import { speak } from "../words/language";
import type { Compilation, CompiledCell } from "./compiler/CellCompiler";
import { isCellModule } from "./compiler/CellScope";
import type { Compiler } from "./compiler/Compiler";
import { hasValue } from "./compiler/Declaration";
import { describeFailure } from "./compiler/describeFailure";
import { formatDiagnostics } from "./compiler/formatDiagnostics";
import { cutError } from "./engine/cutError";
import { describeInterrupt } from "./engine/describeError";
import type { Engine, StartEngine } from "./engine/Engine";
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

/** What a kernel is made of, and what differs from place to place. */
export interface Parts {
  compiler: Compiler;
  startEngine: StartEngine;
  /** What is said of an engine that has ended, where it is no process of Node's. */
  words?: Pick<typeof words, "engineEnded" | "engineNotStarted">;
}

/** Compiles cells and has the engine run them; one at a time. */
export class CellRunner {
  readonly compiler: Compiler;
  private engine: Engine;
  /** Whether the engine has started well; one that does not is not started again and again. */
  private isReady = false;
  /** Whether the engine has ended, and waits for the next cell to be started again. */
  private isGone = false;
  private running: Run | undefined;
  /** Ends the wait for the compiler. */
  private abandon: () => void = () => {};

  /**
   * @param onOutput called with each output; the cell is the one that `run` announced, null if it is unknown
   * @param onQuestion called when the running cell waits for an answer
   */
  constructor(
    private readonly parts: Parts,
    private readonly onOutput: (output: Output) => void,
    private readonly onQuestion: (prompt: string) => void = () => {},
  ) {
    this.engine = this.startEngine();
    this.compiler = parts.compiler;
  }

  /**
   * Runs a cell.
   *
   * @param label how errors name it, such as `Cell [3]`
   * @param announce called with the number that the cell's outputs carry, before it starts
   * @param allowsInput whether it may ask
   * @param id of the cell in the notebook, if the front end says it
   */
  async run(
    code: string,
    label: string,
    announce: (cell: number) => void = () => {},
    allowsInput = false,
    id: string | null = null,
  ): Promise<Outcome> {
    let compilation: Compilation | undefined;
    try {
      compilation = await this.compile(code);
    } catch (error) {
      return { error: cutError(describeFailure(error)) };
    }
    if (!compilation) return { error: describeInterrupt() };
    const { locale } = compilation.ok ? compilation.cell : compilation;
    if (locale) speak(locale);
    if (!compilation.ok) return { error: cutError(formatDiagnostics(compilation.diagnostics, label)) };
    const { cell } = compilation;
    announce(cell.id);
    return new Promise((finish) => {
      this.running = { cell, finish };
      if (this.isGone) this.engine = this.startEngine();
      this.engine.run({
        cell: cell.id,
        label,
        id,
        original: cell.original,
        insertions: cell.insertions,
        code: cell.code,
        sourceMap: cell.sourceMap,
        isAsync: cell.hasTopLevelAwait,
        allowsInput,
        imports: cell.imports.filter((id) => !isCellModule(id)),
        names: cell.declarations.filter(hasValue).map(({ name }) => name),
      });
    });
  }

  /** Undefined for a cell that was interrupted meanwhile. */
  private async compile(code: string): Promise<Compilation | undefined> {
    let isCompiling = true;
    const interrupted = new Promise<undefined>((resolve) => {
      this.abandon = () => {
        resolve(undefined);
        // The next cell must not wait for this one.
        if (isCompiling) setTimeout(() => isCompiling && this.compiler.restart(), this.engine.patience);
      };
    });
    const compiled = this.compiler.request("compile", code).finally(() => {
      isCompiling = false;
    });
    return Promise.race([compiled, interrupted]);
  }

  /**
   * Ends the cell that is compiling or running, if there is one, with a KeyboardInterrupt; and while none runs, what
   * earlier cells have left running.
   */
  interrupt(): void {
    this.abandon();
    const { running, engine } = this;
    engine.interrupt();
    if (!running) return;
    setTimeout(() => {
      if (this.running !== running || this.engine !== engine) return;
      engine.stop();
      this.replaceEngine(words.unresponsive);
    }, engine.patience);
  }

  /** Tells the running cell what was answered to its question. */
  answer(text: string): void {
    if (this.running) this.engine.answer(text);
  }

  stop(): void {
    this.engine.stop();
    this.compiler.stop();
  }

  private startEngine(): Engine {
    this.isReady = false;
    this.isGone = false;
    return this.parts.startEngine({
      message: (message) => this.receive(message),
      exit: (reason) => this.replaceEngine(reason),
    });
  }

  private receive(message: EngineMessage): void {
    if (message.type === "ready") {
      this.isReady = true;
    } else if (message.type === "result") {
      if (this.running?.cell.id === message.cell) this.running.result = message.data;
    } else if (message.type === "done") {
      this.finish(message);
    } else if (message.type === "input") {
      if (this.running?.cell.id === message.cell) this.onQuestion(message.prompt);
    } else {
      this.onOutput(message);
    }
  }

  private finish({ cell, error, set }: Extract<EngineMessage, { type: "done" }>): void {
    const run = this.running;
    if (run?.cell.id !== cell) return;
    this.running = undefined;
    // After an error, too: what the cell had declared by then stays, as in any other kernel.
    this.compiler.request("commit", run.cell, error ? set : undefined).catch(() => {});
    run.finish({ error, result: run.result });
  }

  private replaceEngine(reason: string): void {
    this.compiler.request("reset").catch(() => {});
    const { engineEnded, engineNotStarted } = this.parts.words ?? words;
    const evalue = this.isReady ? engineEnded(reason) : engineNotStarted(reason);
    if (this.isReady) this.engine = this.startEngine();
    else this.isGone = true;
    const run = this.running;
    this.running = undefined;
    const text = `EngineStopped: ${evalue}`;
    if (run) run.finish({ error: { ename: "EngineStopped", evalue, traceback: [text] } });
    // Between two cells: below the latest one.
    else this.onOutput({ type: "stream", cell: null, name: "stderr", text: `${text}\n` });
  }
}
