import path from "node:path";
import { Worker } from "node:worker_threads";
import { type CompilerEvents, type CompilerPort, RemoteCompiler } from "../../compiler/RemoteCompiler";

/**
 * MB for the compiler's young objects. V8 would take three times that; most of what the compiler makes are syntax trees,
 * which stay.
 */
const youngGeneration = 6;

/** The compiler, in a thread of this process. */
export class CompilerThread extends RemoteCompiler {
  /** @param directory the notebook's, where imports are resolved */
  constructor(directory: string) {
    super((events) => startThread(directory, events));
  }
}

function startThread(directory: string, events: CompilerEvents): CompilerPort {
  const worker = new Worker(path.join(__dirname, "thread.js"), {
    workerData: directory,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  worker.on("message", events.reply);
  worker.on("error", events.fail);
  return {
    send: (request) => worker.postMessage(request),
    end() {
      worker.removeAllListeners();
      void worker.terminate();
    },
  };
}
