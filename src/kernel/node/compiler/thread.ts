// The thread in which cells are compiled. Started by CompilerThread.
import { parentPort, workerData } from "node:worker_threads";
import { answerRequest, type CompilerRequest } from "../../compiler/answerRequest";
import { createRequests } from "../../compiler/createRequests";
import { diskFiles } from "./diskFiles";

const directory = String(workerData);
const requests = createRequests(directory, diskFiles(directory));

parentPort?.on("message", (request: CompilerRequest) => {
  parentPort?.postMessage(answerRequest(requests, request));
});
