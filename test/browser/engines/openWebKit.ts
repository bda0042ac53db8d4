import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { freePorts, untilAnswering } from "../untilAnswering";
import { asText, fromText, type Tab } from "./Tab";

export interface WebKitPrograms {
  xvfb: string;
  driver: string;
  browser: string;
}

/** WebKitGTK's own small browser, by WebDriver (https://www.w3.org/TR/webdriver2/), on a screen that nobody sees. */
export async function openWebKit({ xvfb, driver, browser }: WebKitPrograms): Promise<Tab> {
  const home = mkdtempSync(path.join(tmpdir(), "nablab-webkit-"));
  const display = spawn(xvfb, ["-displayfd", "3", "-screen", "0", "1300x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = (await once(display.stdio[3] as Readable, "data")) as [Buffer];
  const env = {
    ...process.env,
    DISPLAY: `:${number.toString().trim()}`,
    HOME: home,
    GDK_BACKEND: "x11",
    LIBGL_ALWAYS_SOFTWARE: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    // Its own sandbox needs what root in a container has not.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
  const [port] = await freePorts(1);
  const address = `http://127.0.0.1:${port}`;
  const service = spawn(driver, [`--port=${port}`], { env, stdio: ["ignore", "pipe", "pipe"] });
  const stop = await untilAnswering(service, { name: "WebKitWebDriver", address: `${address}/status`, folder: home });
  const options = { binary: browser, args: ["--automation"] };
  const alwaysMatch = { browserName: "MiniBrowser", "webkitgtk:browserOptions": options };
  const { sessionId } = await call("POST", `${address}/session`, { capabilities: { alwaysMatch } });
  const session = `${address}/session/${sessionId}`;
  await call("POST", `${session}/timeouts`, { script: 180_000, pageLoad: 180_000 });
  return {
    // Its automation tells of none.
    complaints: [],
    go: (url) => call("POST", `${session}/url`, { url }),
    async evaluate(expression) {
      const script = `const done = arguments[0]; ${asText(expression)}.then((text) => done({ text }), (error) => done({ error: String(error) }));`;
      const { text, error } = await call("POST", `${session}/execute/async`, { script, args: [] });
      if (error) throw new Error(error);
      return fromText(text);
    },
    async crash() {
      // Its automation ends with any process that is killed: the page is closed, which asks it nothing either.
      const { handle } = await call("POST", `${session}/window/new`, { type: "tab" });
      await call("DELETE", `${session}/window`);
      await call("POST", `${session}/window`, { handle });
    },
    async close() {
      await call("DELETE", session);
      await stop();
      const ended = once(display, "exit");
      display.kill();
      await ended;
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: depends on the command
async function call(method: string, address: string, body?: object): Promise<any> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body), headers }) });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${address}: ${value.error}: ${value.message}`);
  return value;
}
