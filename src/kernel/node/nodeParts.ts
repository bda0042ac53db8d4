import type { Parts } from "../CellRunner";
import { CompilerThread } from "./compiler/CompilerThread";
import { EngineProcess } from "./engine/EngineProcess";

/** The compiler and the engine of a notebook in `directory`, on this computer. */
export function nodeParts(directory: string): Parts {
  return {
    compiler: new CompilerThread(directory),
    startEngine: (events) => new EngineProcess(directory, events),
  };
}
