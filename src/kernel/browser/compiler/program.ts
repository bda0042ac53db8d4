// The program of the compiler's worker, which CompilerWorker starts.
import { answerRequest, type CompilerRequest } from "../../compiler/answerRequest";
import { createRequests } from "../../compiler/createRequests";
import { browserPlace } from "./browserPlace";
import type { CompilerStart } from "./compilerMessages";
import { memoryFiles, notebookFolder } from "./memoryFiles";

let begin: (start: CompilerStart) => void;
const started = new Promise<CompilerStart>((resolve) => {
  begin = resolve;
});
const requests = started.then(async ({ files }) => {
  const response = await fetch(files);
  if (!response.ok) throw new Error(`${files}: ${response.status} ${response.statusText}`);
  return createRequests(notebookFolder, memoryFiles(await response.json()), browserPlace);
});

addEventListener("message", async ({ data }: MessageEvent<CompilerStart | CompilerRequest>) => {
  if ("files" in data) return begin(data);
  try {
    postMessage(answerRequest(await requests, data));
  } catch (error) {
    postMessage({ id: data.id, error });
  }
});
