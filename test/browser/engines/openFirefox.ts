import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { killBelow } from "./killBelow";
import { asText, fromText, type Tab } from "./Tab";

/** Nothing that a browser does by itself when it is new. */
const settings = {
  "app.update.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "http://127.0.0.1:9/",
  "toolkit.telemetry.enabled": false,
};

interface Reply {
  id: number;
  type: "success" | "error" | "event";
  // biome-ignore lint/suspicious/noExplicitAny: depends on the command
  result?: any;
  message?: string;
}

/** Firefox, by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks without a driver. */
export async function openFirefox(program: string): Promise<Tab> {
  const profile = mkdtempSync(path.join(tmpdir(), "nablab-firefox-"));
  const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(path.join(profile, "user.js"), lines.join("\n"));
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  // Its own sandbox needs what root in a container has not.
  const env = { ...process.env, HOME: profile, MOZ_DISABLE_CONTENT_SANDBOX: "1" };
  const firefox = spawn(program, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const socket = new WebSocket(`${await addressIn(firefox.stderr)}/session`);
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.addEventListener("message", ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    waiting.get(reply.id)?.(reply);
  });
  await once(socket, "open");
  let last = 0;
  const command = async (method: string, params: object): Promise<Reply["result"]> => {
    const id = ++last;
    const answered = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const reply = await answered;
    if (reply.type === "error") throw new Error(`${method}: ${reply.message}`);
    return reply.result;
  };
  await command("session.new", { capabilities: {} });
  const { contexts } = await command("browsingContext.getTree", {});
  let { context } = contexts[0];
  return {
    // It notes every rejection in a worker, taken care of or not.
    complaints: [],
    go: (url) => command("browsingContext.navigate", { context, url, wait: "complete" }),
    async evaluate(expression) {
      const params = { expression: asText(expression), target: { context }, awaitPromise: true };
      const { type, result, exceptionDetails } = await command("script.evaluate", params);
      if (type === "exception") throw new Error(exceptionDetails.text);
      return fromText(result.value);
    },
    async crash() {
      killBelow(firefox.pid, /-isForBrowser .*\btab\s*$/);
      ({ context } = await command("browsingContext.create", { type: "tab" }));
    },
    async close() {
      const ended = once(firefox, "exit");
      firefox.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const found = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (found) {
      output.resume();
      return found;
    }
  }
  throw new Error("Firefox does not say where it listens");
}
