import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { JupyterClient } from "../../src/builder/execution/JupyterClient";
import type { Outcome } from "./FreshClone";

/** Runs TypeScript blocks as cells of one notebook in `notebooks/` of a clone, through the kernel. */
export class Cells {
  private client: Promise<JupyterClient> | undefined;

  constructor(private readonly folder: string) {}

  /** Runs a cell. Its output is what the notebook shows below it, as text; the code is 1 when it fails. */
  async run(code: string): Promise<Outcome> {
    this.client ??= JupyterClient.start(join(this.folder, "notebooks"), (file) => [
      join(this.folder, "dist/kernel/main.js"),
      "--connection-file",
      file,
    ]);
    const client = await this.client;
    const { reply, published } = await client.execute(code);
    const output = published.map(({ header, content }) => shown(header.msg_type, content)).join("");
    return { code: reply.content.status === "ok" ? 0 : 1, output: stripVTControlCharacters(output) };
  }

  async stop(): Promise<void> {
    (await this.client)?.stop();
  }
}

/** A message's text, with a line end; "" when it shows nothing. */
function shown(type: string, content: Record<string, unknown>): string {
  if (type === "stream") return String(content.text);
  if (type === "error") return `${(content.traceback as string[]).join("\n")}\n`;
  const data = content.data as Record<string, string> | undefined;
  if (type === "execute_result" || type === "display_data") return `${data?.["text/plain"] ?? ""}\n`;
  return "";
}
