// The thread in which cells are compiled. Started by CompilerThread.
import { parentPort, workerData } from "node:worker_threads";
import { answerRequest, type CompilerRequest } from "../../compiler/answerRequest";
import { createRequests } from "../../compiler/createRequests";
import { warmUp } from "../../compiler/warmUp";
import { collectGarbage } from "../collectGarbage";
import { trimMemory } from "../systemMemory";
import { whenIdle } from "../whenIdle";
import { diskFiles } from "./diskFiles";

/** How long after an answer its garbage is collected if nothing else is asked, in milliseconds. */
const patience = 1000;

const directory = String(workerData);
const requests = createRequests(directory, diskFiles(directory));

const pause = whenIdle(patience, () => {
  collectGarbage();
  trimMemory();
});

/** After how long without a cell the types that nearly every cell needs are read, in milliseconds: the kernel is up. */
const untilWarmUp = 300;
const start = setTimeout(() => {
  warmUp(requests);
  pause.begin();
}, untilWarmUp);

parentPort?.on("message", (request: CompilerRequest) => {
  clearTimeout(start);
  pause.end();
  parentPort?.postMessage(answerRequest(requests, request));
  pause.begin();
});
