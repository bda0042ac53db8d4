import { browser as words } from "../../../words/browser";
import type { Engine, EngineEvents } from "../../engine/Engine";
import type { RunMessage } from "../../engine/messages";
import type { Addresses } from "../Addresses";
import type { EngineCommand } from "./engineMessages";

/**
 * The worker that runs the cells, seen from the page. While a cell computes, it hears no message. So it holds a leash,
 * the address of a blob, and asks for that every now and then; the page pulls the leash by revoking the address.
 */
export class EngineWorker implements Engine {
  // A cell that asks ends within a fraction of it.
  readonly patience = 1500;
  private readonly worker: Worker;
  private leash = newLeash();

  constructor({ engine, digits }: Pick<Addresses, "engine" | "digits">, events: EngineEvents) {
    this.worker = new Worker(engine);
    this.worker.onmessage = ({ data }) => events.message(data);
    // Cells' errors are caught in the worker. Without a message, it could not be loaded.
    this.worker.onerror = ({ message }) => {
      this.stop();
      events.exit(message ? words.crashed(message) : words.notLoaded(engine));
    };
    this.command({ type: "start", leash: this.leash, digits });
  }

  run(message: RunMessage): void {
    this.command({ type: "run", message });
  }

  interrupt(): void {
    URL.revokeObjectURL(this.leash);
    this.leash = newLeash();
    this.command({ type: "interrupt", leash: this.leash });
  }

  /** Cells cannot ask: a worker that waits hears no answer. */
  answer(): void {}

  stop(): void {
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.terminate();
    URL.revokeObjectURL(this.leash);
  }

  private command(command: EngineCommand): void {
    this.worker.postMessage(command);
  }
}

function newLeash(): string {
  // Without a type, Firefox takes it for XML, and complains.
  return URL.createObjectURL(new Blob(["held"], { type: "text/plain" }));
}
