import { browser as words } from "../../../words/browser";
import type { CompilerEvents, CompilerPort } from "../../compiler/RemoteCompiler";
import type { Addresses } from "../Addresses";
import type { CompilerCommand, NotebookReply, NotebookRequest } from "./compilerMessages";

/** A worker that compiles the cells of one notebook or several, seen from the page. */
export class CompilingWorker {
  /** Whether another notebook can be opened in it. */
  isRunning = true;
  private readonly worker: Worker;
  /** What the notebooks that are open want to be told. */
  private readonly notebooks = new Set<CompilerEvents>();

  constructor({ compiler, files }: Pick<Addresses, "compiler" | "files">) {
    this.worker = new Worker(compiler);
    // Without a message, it could not be loaded.
    this.worker.onerror = ({ message }) => {
      const error = new Error(message ? words.crashed(message) : words.notLoaded(compiler));
      for (const events of this.end()) events.fail(error);
    };
    this.worker.postMessage({ files } satisfies CompilerCommand);
  }

  open(events: CompilerEvents): CompilerPort {
    const { port1, port2 } = new MessageChannel();
    this.worker.postMessage({ port: port2 } satisfies CompilerCommand, [port2]);
    this.notebooks.add(events);
    const send = (request: NotebookRequest) => port1.postMessage(request);
    let unanswered = 0;
    port1.onmessage = ({ data }: MessageEvent<NotebookReply>) => {
      unanswered--;
      events.reply(data);
    };
    return {
      send(request) {
        unanswered++;
        send(request);
      },
      end: () => {
        port1.onmessage = null;
        if (!this.notebooks.delete(events)) return;
        // It may be busy for ever with what this notebook has asked, and nobody else would be heard.
        if (unanswered > 0 || this.notebooks.size === 0) for (const other of this.end()) other.move();
        else send(null);
      },
    };
  }

  /** Ends the worker at once; returns those who have to go elsewhere. */
  private end(): CompilerEvents[] {
    this.isRunning = false;
    this.worker.onerror = null;
    this.worker.terminate();
    const left = [...this.notebooks];
    this.notebooks.clear();
    return left;
  }
}
