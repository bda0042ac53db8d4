import { browser as words } from "../../../words/browser";
import { type CompilerEvents, type CompilerPort, RemoteCompiler } from "../../compiler/RemoteCompiler";
import type { Addresses } from "../Addresses";
import type { CompilerStart } from "./compilerMessages";

/** The compiler, in a worker of this page. */
export class CompilerWorker extends RemoteCompiler {
  constructor(addresses: Pick<Addresses, "compiler" | "files">) {
    super((events) => startWorker(addresses, events));
  }
}

function startWorker({ compiler, files }: Pick<Addresses, "compiler" | "files">, events: CompilerEvents): CompilerPort {
  const worker = new Worker(compiler);
  worker.onmessage = ({ data }) => events.reply(data);
  // Without a message, it could not be loaded.
  worker.onerror = ({ message }) =>
    events.fail(new Error(message ? words.crashed(message) : words.notLoaded(compiler)));
  worker.postMessage({ files } satisfies CompilerStart);
  return {
    send: (request) => worker.postMessage(request),
    end() {
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
    },
  };
}
