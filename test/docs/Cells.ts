import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { JupyterClient } from "../../graders/authoring/execution/JupyterClient";
import type { Content, Message } from "../../src/kernel/protocol/Message";
import type { Outcome } from "./FreshClone";

/** Runs TypeScript blocks as cells of one notebook in `notebooks/` of a clone, through the kernel. */
export class Cells {
  private client: Promise<JupyterClient> | undefined;

  constructor(private readonly folder: string) {}

  /** Runs a cell. Its output is what the notebook shows below it, as text; the code is 1 when it fails. */
  async run(code: string): Promise<Outcome> {
    this.client ??= JupyterClient.start(join(this.folder, "notebooks"), (file) => [
      join(this.folder, "dist/kernel/node/main.js"),
      "--connection-file",
      file,
    ]);
    const client = await this.client;
    const { reply, published } = await client.execute(code);
    const output = published.filter(isLast).map(({ header, content }) => shown(header.msg_type, content));
    return { code: reply.content.status === "ok" ? 0 : 1, output: stripVTControlCharacters(output.join("")) };
  }

  async stop(): Promise<void> {
    (await this.client)?.stop();
  }
}

/** Whether no later message replaces what this one shows, as those of a progress bar do. */
function isLast({ content }: Message, position: number, all: readonly Message[]): boolean {
  const id = displayId(content);
  return id === undefined || !all.slice(position + 1).some((later) => displayId(later.content) === id);
}

function displayId(content: Content): unknown {
  return (content.transient as Content | undefined)?.display_id;
}

/** A message's text, with a line end; "" when it shows nothing. */
function shown(type: string, content: Content): string {
  if (type === "stream") return String(content.text);
  if (type === "error") return `${(content.traceback as string[]).join("\n")}\n`;
  const data = content.data as Record<string, string> | undefined;
  return data === undefined ? "" : `${data["text/plain"]}\n`;
}
