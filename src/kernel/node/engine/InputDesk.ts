import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { kernel as words } from "../../../words/kernel";
import { currentCell } from "./currentCell";
import { sendMessage } from "./sendMessage";

/** How long to sleep before looking for the answer again, in milliseconds. */
const pause = 30;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Asks the front end for lines of text; the thread waits meanwhile, and only an interrupt ends that. */
export class InputDesk {
  /** @param answers where the watchdog puts what it is told */
  constructor(private readonly answers: MessagePort) {
    answers.unref();
  }

  /** @throws Error when the front end has nobody to ask, or the cell has ended */
  ask(prompt: string): string {
    const cell = currentCell();
    if (!cell?.allowsInput || cell.isDone) throw new Error(words.noInput);
    // Answers to a question that was interrupted are to be forgotten.
    while (receiveMessageOnPort(this.answers));
    sendMessage({ type: "input", cell: cell.cell, prompt });
    for (;;) {
      const received = receiveMessageOnPort(this.answers) as { message: string } | undefined;
      if (received) return received.message;
      Atomics.wait(sleeper, 0, 0, pause);
    }
  }
}
