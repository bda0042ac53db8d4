import type { Content } from "../../../src/kernel/protocol/Message";
import { root } from "../../course/folderOf";
import { builtKernel, executeContent, JupyterClient } from "./JupyterClient";

/** One output of a cell, in the order of appearance. */
export interface CellOutput {
  /** `stream`, `display_data`, `update_display_data`, `execute_result`, `error` or `clear_output`. */
  type: string;
  /** The message's content, such as `{ name, text }` or `{ data, metadata }`. */
  content: Content;
}

export interface CellResult {
  status: "ok" | "error" | "aborted";
  outputs: CellOutput[];
  /** Everything that was printed, on both streams. */
  text: string;
  /** The MIME bundle of the last expression. */
  result?: Record<string, unknown>;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

export interface RunNotebookOptions {
  /** The folder whose `dist/` holds the kernel and the library; this repository by default. */
  library?: string;
  /** The folder that the kernel runs in; notebooks/ by default. */
  directory?: string;
  /** Also run the cells after one that fails; otherwise they are `aborted`. */
  keepGoing?: boolean;
  /** How long one cell may take before it counts as failed. No limit by default. */
  seconds?: number;
}

/** Runs the cells of a notebook in their own kernel, through the Jupyter protocol. */
export async function runNotebook(cells: readonly string[], options: RunNotebookOptions = {}): Promise<CellResult[]> {
  const client = await JupyterClient.start(options.directory, builtKernel(options.library ?? root));
  try {
    const results: CellResult[] = [];
    for (const code of cells) {
      const failed = results.some(({ status }) => status !== "ok");
      if (failed && !options.keepGoing) results.push({ status: "aborted", outputs: [], text: "" });
      else results.push(await withinLimit(runCell(client, code), options.seconds));
    }
    return results;
  } finally {
    client.stop();
  }
}

/** The kernel keeps running a cell that took too long: the cells after it would never run. */
async function withinLimit(result: Promise<CellResult>, seconds?: number): Promise<CellResult> {
  if (seconds === undefined) return result;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<CellResult>((resolve) => {
    const evalue = `it did not end within ${seconds} s`;
    timer = setTimeout(() => resolve({ status: "error", outputs: [], text: "", evalue }), seconds * 1000);
  });
  // When the kernel is stopped later, nobody is waiting for the cell any more.
  result.catch(() => undefined);
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}

async function runCell(client: JupyterClient, code: string): Promise<CellResult> {
  const id = await client.send("execute_request", executeContent(code));
  const { reply, published } = await client.finish(id);
  const { status, ename, evalue, traceback } = reply.content as unknown as CellResult;
  const outputs = published
    .filter(({ header }) => header.msg_type !== "status" && header.msg_type !== "execute_input")
    .map(({ header, content }) => ({ type: header.msg_type, content }));
  const streams = outputs.filter(({ type }) => type === "stream");
  const result = outputs.find(({ type }) => type === "execute_result")?.content.data as CellResult["result"];
  return {
    status,
    outputs,
    text: streams.map(({ content }) => content.text).join(""),
    result,
    ename,
    evalue,
    traceback,
  };
}
