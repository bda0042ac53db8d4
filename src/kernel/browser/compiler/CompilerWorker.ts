import { RemoteCompiler } from "../../compiler/RemoteCompiler";
import type { Addresses } from "../Addresses";
import { CompilingWorker } from "./CompilingWorker";

type Programs = Pick<Addresses, "compiler" | "files">;

/** The workers that are ready for another notebook, by the addresses of their programs. */
const shared = new Map<string, CompilingWorker>();

/**
 * The compiler of a notebook, in a worker that all notebooks of this page share: TypeScript and the library's types are
 * there once. A notebook whose worker had to be ended gets one to itself, so that it cannot hold up the others again.
 */
export class CompilerWorker extends RemoteCompiler {
  constructor(programs: Programs) {
    let isFirst = true;
    super((events) => {
      const worker = isFirst ? sharedBy(programs) : new CompilingWorker(programs);
      isFirst = false;
      return worker.open(events);
    });
  }
}

function sharedBy(programs: Programs): CompilingWorker {
  const key = JSON.stringify([programs.compiler, programs.files]);
  const known = shared.get(key);
  if (known?.isRunning) return known;
  const started = new CompilingWorker(programs);
  shared.set(key, started);
  return started;
}
