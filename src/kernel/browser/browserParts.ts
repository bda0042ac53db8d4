import { browser as words } from "../../words/browser";
import type { Parts } from "../CellRunner";
import type { Addresses } from "./Addresses";
import { CompilerWorker } from "./compiler/CompilerWorker";
import { EngineWorker } from "./engine/EngineWorker";

/** The compiler and the engine of a notebook, in workers of this page. */
export function browserParts(addresses: Addresses): Parts {
  return {
    compiler: new CompilerWorker(addresses),
    startEngine: (events) => new EngineWorker(addresses, events),
    words,
  };
}
