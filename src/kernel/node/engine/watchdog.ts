// A thread beside the one that runs the cells, which stays responsive while they run.
import { Session } from "node:inspector";
import { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { interruptPipe } from "./pipes";

/** How long the cells' thread gets to notice an interrupt by itself, in milliseconds. */
const patience = 100;

const acknowledged = workerData as Int32Array;
let requested = 0;

const pipe = new Socket({ fd: interruptPipe });
pipe.on("data", () => {
  requested++;
  parentPort?.postMessage("interrupt");
  setTimeout(() => {
    if (Atomics.load(acknowledged, 0) < requested) terminateExecution();
  }, patience);
});
// The kernel is gone; a cell in an endless loop would never notice.
pipe.on("close", () => process.kill(process.pid, "SIGKILL"));

/** Makes the running JavaScript of the cells' thread return, whatever it is doing: no `catch` or `finally` runs. */
function terminateExecution(): void {
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.terminateExecution", () => session.disconnect());
}
