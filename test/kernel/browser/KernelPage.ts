import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { root } from "../../../graders/course/folderOf";
import { browserBuild, bundleCompiler, bundleEngine } from "../../../graders/release/site/bundleWorkers";
import { declarations } from "../../../graders/release/site/declarations";
import { digitFile } from "../../../graders/release/site/digitFile";
import { openChromium } from "../../browser/engines/openChromium";
import type { Tab } from "../../browser/engines/Tab";
import { ownCourse } from "../../ownCourse";
import type { Heard } from "./Heard";

/** What a cell has shown. */
export interface Shown {
  status: string;
  /** What it printed, on both streams. */
  text: string;
  result?: string;
  evalue?: string;
  traceback?: string[];
  heard: Heard[];
}

/** A page around the browser's kernel, in a real browser, from a server that sends no special headers. */
export class KernelPage {
  private constructor(
    private readonly server: Server,
    private readonly tab: Tab,
  ) {}

  /**
   * @param open the browser, Chromium by default
   * @param engine the program of the worker that runs cells, the course's by default
   */
  static async open(open: () => Promise<Tab> = openChromium, engine?: string): Promise<KernelPage> {
    const server = await serve(await programs(engine));
    const opened = new KernelPage(server, await open());
    await opened.tab.go(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await opened.startNotebook("notebook");
    return opened;
  }

  /** Starts a kernel, which later calls find by its name. */
  async startNotebook(name: string, changed: Record<string, string> = {}): Promise<void> {
    const digits = Array.from({ length: 10 }, (_, digit) => `/digits/${digit}`);
    const addresses = { compiler: "/compiler.js", engine: "/engine.js", files: "/files.json", digits, ...changed };
    const absolute = `JSON.parse(${JSON.stringify(JSON.stringify(addresses))}, (key, value) => typeof value === "string" ? new URL(value, location.href).href : value)`;
    await this.evaluate(`void (globalThis[${JSON.stringify(name)}] = new Notebook(${absolute}))`);
  }

  async run(code: string, name = "notebook"): Promise<Shown> {
    return shownBy(await this.call(name, "run", code));
  }

  /** Sends a cell, and does not wait for it. */
  async send(code: string, name = "notebook"): Promise<string> {
    return this.call(name, "send", "execute_request", { code, stop_on_error: true });
  }

  /** Sends cells at once, as "Run All" does. */
  async sendAll(cells: readonly string[]): Promise<string[]> {
    const requests = cells.map((code) => ({ code, stop_on_error: true }));
    return this.evaluate(`${JSON.stringify(requests)}.map((each) => notebook.send("execute_request", each))`);
  }

  async answerTo(id: string, name = "notebook"): Promise<Shown> {
    return shownBy(await this.call(name, "answerTo", id));
  }

  async ask(type: string, content: object): Promise<Record<string, unknown>> {
    const heard: Heard[] = await this.call("notebook", "ask", type, content);
    return heard.find((each) => each.type.endsWith("_reply"))!.content;
  }

  async interrupt(name = "notebook"): Promise<void> {
    await this.call(name, "interrupt");
  }

  /** Runs a cell, and interrupts it when it has been running for some milliseconds. */
  async interruptAfter(code: string, wait: number): Promise<Shown & { took: number }> {
    const id = await this.send(`console.log("it runs"); ${code}`);
    await this.call("notebook", "untilPrinting", id);
    await sleep(wait);
    const start = await this.evaluate<number>("(notebook.interrupt(), performance.now())");
    const shown = await this.answerTo(id);
    return { ...shown, took: shown.heard.at(-1)!.at - start };
  }

  async stopNotebook(name: string): Promise<void> {
    await this.call(name, "stop");
  }

  /** The value of an expression in the page. */
  evaluate<Value>(expression: string): Promise<Value> {
    return this.tab.evaluate(expression);
  }

  /** What went wrong in the page outside cells, as the browser notes it and as the page does. */
  async complaints(): Promise<string[]> {
    return [...this.tab.complaints, ...(await this.evaluate<string[]>("complaints"))];
  }

  /** The page's workers that are not to end. */
  workers(): Promise<number> {
    return this.evaluate("Worker.alive.size");
  }

  async close(): Promise<void> {
    await this.tab.close();
    this.server.close();
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the page's method returns
  private call(name: string, method: string, ...args: unknown[]): Promise<any> {
    return this.evaluate(`globalThis[${JSON.stringify(name)}].${method}(...${JSON.stringify(args)})`);
  }
}

function shownBy(heard: Heard[]): Shown {
  const of = (type: string) => heard.filter((each) => each.type === type).map(({ content }) => content);
  const [reply] = of("execute_reply");
  const data = of("execute_result").at(-1)?.data as Record<string, string> | undefined;
  return {
    status: String(reply.status),
    text: of("stream")
      .map(({ text }) => text)
      .join(""),
    result: data?.["text/plain"],
    evalue: reply.evalue as string | undefined,
    traceback: reply.traceback as string[] | undefined,
    heard,
  };
}

/** Everything that the page loads, by path. */
async function programs(given?: string): Promise<Map<string, string | Uint8Array>> {
  const dist = (file: string): string | undefined => {
    try {
      return readFileSync(path.join(root, "dist", file), "utf8");
    } catch {
      return undefined;
    }
  };
  const page = build({ ...browserBuild, entryPoints: [path.join(__dirname, "page/program.ts")] });
  const [compiler, engine, { outputFiles }] = await Promise.all([
    bundleCompiler(),
    given ?? bundleEngine(ownCourse, ownCourse.assignments, ["nablab/tf"]),
    page,
  ]);
  return new Map<string, string | Uint8Array>([
    ["/", "<!doctype html><title>Kernel</title><link rel='icon' href='data:,'><script src='/page.js'></script>"],
    ["/page.js", outputFiles[0].text],
    ["/compiler.js", compiler],
    ["/engine.js", engine],
    ["/files.json", JSON.stringify(declarations(["nablab/tf"], dist))],
    ...Array.from({ length: 10 }, (_, digit) => [`/digits/${digit}`, digitFile(digit)] as const),
  ]);
}

function serve(files: ReadonlyMap<string, string | Uint8Array>): Promise<Server> {
  const type = (name: string) => (name.endsWith(".js") ? "text/javascript" : name === "/" ? "text/html" : "text/plain");
  const server = createServer(({ url = "" }, response) => {
    const content = files.get(url);
    response.writeHead(content === undefined ? 404 : 200, { "content-type": `${type(url)}; charset=utf-8` });
    response.end(content);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
