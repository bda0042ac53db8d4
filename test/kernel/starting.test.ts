import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { JupyterClient } from "../../graders/authoring/execution/JupyterClient";

let folder: string;
let client: JupyterClient;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "nablab-starting-"));
});
afterEach(() => client.stop());
afterAll(() => rmSync(folder, { recursive: true }));

/** A program that Node loads first: it notes each process or thread that is the given one, and ends it while a file is there. */
function saboteur(name: string, isMeant: string, end: string): Record<string, string> {
  const file = path.join(folder, `${name}.js`);
  writeFileSync(`${file}.on`, "");
  writeFileSync(`${file}.starts`, "");
  writeFileSync(
    file,
    `const fs = require("node:fs"); const { isMainThread, workerData } = require("node:worker_threads");
     const program = process.argv[1] ?? "";
     if (${isMeant}) {
       fs.appendFileSync(${JSON.stringify(`${file}.starts`)}, "x");
       if (fs.existsSync(${JSON.stringify(`${file}.on`)})) ${end};
     }`,
  );
  return { NODE_OPTIONS: `--require ${file}` };
}

const starts = (name: string) => statSync(path.join(folder, `${name}.js.starts`)).size;
const mend = (name: string) => rmSync(path.join(folder, `${name}.js.on`));

describe("What ends as soon as it starts", () => {
  it("is an engine: the next cells say so, it is not started all the time, and works once it can", async () => {
    const environment = saboteur("engine", "isMainThread && /engine.main/.test(program)", "process.exit(7)");
    client = await JupyterClient.start(folder, undefined, environment);
    for (let i = 0; i < 2; i++) {
      const { reply } = await client.execute("1 + 1");
      expect(reply.content.evalue).toMatch(/ended while it started \(exit code 7\); it is started again with the next/);
    }
    const before = starts("engine");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(starts("engine")).toBe(before);
    expect(before).toBeLessThanOrEqual(3);
    mend("engine");
    expect((await client.execute("1 + 1")).reply.content.status).toBe("ok");
  }, 60_000);

  it("is the compiler's thread: the same", async () => {
    const environment = saboteur("compiler", "typeof workerData === 'string'", "throw new Error('no')");
    client = await JupyterClient.start(folder, undefined, environment);
    for (let i = 0; i < 2; i++) {
      const { reply } = await client.execute("1 + 1");
      expect(reply.content).toMatchObject({ ename: "CompilerError", evalue: expect.stringContaining("(no)") });
    }
    expect(starts("compiler")).toBeLessThanOrEqual(4);
    mend("compiler");
    expect((await client.execute("1 + 1")).reply.content.status).toBe("ok");
  }, 60_000);
});
