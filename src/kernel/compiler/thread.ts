// The thread in which cells are compiled. Started by CompilerThread.
import { parentPort, workerData } from "node:worker_threads";
import { CellCompiler, type CompiledCell } from "./CellCompiler";
import { complete } from "./complete";
import { inspect } from "./inspect";
import { isComplete } from "./isComplete";

const compiler = new CellCompiler(String(workerData));

const requests = {
  compile: (code: string) => compiler.compile(code),
  commit: (cell: CompiledCell, set?: readonly string[]) => compiler.commit(cell, set),
  complete: (code: string, offset: number) => complete(compiler, code, offset),
  inspect: (code: string, offset: number) => inspect(compiler, code, offset),
  isComplete: (code: string) => isComplete(code),
  reset: () => compiler.reset(),
};

export type CompilerRequests = typeof requests;

export interface CompilerRequest {
  id: number;
  name: keyof CompilerRequests;
  args: unknown[];
}

export type CompilerReply = { id: number; value: unknown } | { id: number; error: unknown };

parentPort?.on("message", ({ id, name, args }: CompilerRequest) => {
  const answer = requests[name] as (...args: unknown[]) => unknown;
  let reply: CompilerReply;
  try {
    reply = { id, value: answer(...args) };
  } catch (error) {
    reply = { id, error };
  }
  parentPort?.postMessage(reply);
});
