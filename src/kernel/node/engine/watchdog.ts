// A thread beside the one that runs the cells, which stays responsive while they run. It passes on what the kernel says:
// cells can reach, and break, whatever their own thread listens to.
import { Session } from "node:inspector";
import { Socket } from "node:net";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { interruptChild } from "./interruptChild";
import { LineReader } from "./LineReader";
import { commandPipe, interruptCommand } from "./pipes";

/** How long the cells' thread gets to notice an interrupt by itself, in milliseconds. */
const patience = 100;

/** How long it then gets to return from what it is doing. */
const patienceWithChild = 300;

const { acknowledged, answers } = workerData as WatchdogData;
let requested = 0;

export interface WatchdogData {
  /** How many interrupts the cells' thread has noticed. */
  acknowledged: Int32Array;
  /** Where it finds answers to its questions, while it waits and hears nothing else. */
  answers: MessagePort;
}

const pipe = new Socket({ fd: commandPipe });
const reader = new LineReader((line) => {
  if (line.startsWith('"')) return answers.postMessage(JSON.parse(line));
  parentPort?.postMessage(line);
  if (line === interruptCommand) expectAnswer(++requested);
});
pipe.on("data", (chunk: Buffer) => reader.add(chunk));
// The kernel is gone; a cell in an endless loop would never notice.
pipe.on("close", () => process.kill(process.pid, "SIGKILL"));

function expectAnswer(request: number): void {
  const isAnswered = () => Atomics.load(acknowledged, 0) >= request;
  setTimeout(() => insist(isAnswered), patience);
  // JavaScript cannot end while it waits for another program, as `execSync` does.
  setTimeout(() => {
    if (!isAnswered()) interruptChild(process.pid);
  }, patience + patienceWithChild);
}

/** Once is not enough where Node has the next callback before it looks at messages: a tick that started another one. */
function insist(isAnswered: () => boolean): void {
  if (!isAnswered()) terminateExecution(() => setTimeout(() => insist(isAnswered), patience));
}

/** Makes the running JavaScript of the cells' thread return, whatever it is doing: no `catch` or `finally` runs. */
function terminateExecution(whenAsked: () => void): void {
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.terminateExecution", () => {
    session.disconnect();
    whenAsked();
  });
}
