// The program of the compiler's worker, which CompilingWorker starts.
import ts from "typescript";
import { answerRequest } from "../../compiler/answerRequest";
import { createRequests } from "../../compiler/createRequests";
import type { Files } from "../../compiler/Files";
import { warmUp } from "../../compiler/warmUp";
import { browserPlace } from "./browserPlace";
import type { CompilerCommand, NotebookReply, NotebookRequest } from "./compilerMessages";
import { memoryFiles, notebookFolder } from "./memoryFiles";

let begin: (address: string) => void;
const library: Promise<Files> = new Promise<string>((resolve) => {
  begin = resolve;
}).then(async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return memoryFiles(await response.json());
});

/** What notebooks have in common: a file of the library is read once for all of them. */
const documents = ts.createDocumentRegistry();
let notebooks = 0;

function serve(port: MessagePort): void {
  const directory = `${notebookFolder}/${++notebooks}`;
  const requests = library.then((files) => createRequests(directory, files, browserPlace, documents));
  const reply = (message: NotebookReply) => port.postMessage(message);
  port.onmessage = async ({ data }: MessageEvent<NotebookRequest>) => {
    if (data === null) {
      port.close();
      (await requests).dispose();
      return;
    }
    try {
      reply(answerRequest(await requests, data));
    } catch (error) {
      reply({ id: data.id, error });
    }
  };
  // What cannot be loaded is said in answer to a request.
  requests.then(warmUp, () => {});
}

addEventListener("message", ({ data }: MessageEvent<CompilerCommand>) => {
  if ("files" in data) begin(data.files);
  else serve(data.port);
});
