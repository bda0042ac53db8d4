import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { executeContent, JupyterClient } from "../../graders/authoring/execution/JupyterClient";
import { makeToken } from "../../graders/gradebook/learner/submitToken";
import { noGrading } from "../../graders/web/Grading";
import { type Served, serve } from "../../graders/web/serve";
import { encodeMessage } from "../../src/kernel/node/protocol/wire";
import { createMessage } from "../../src/kernel/protocol/createMessage";
import { AClass } from "../graders/gradebook/aClass";
import { onSqlite } from "../graders/gradebook/onBoth";

const folder = mkdtempSync(join(tmpdir(), "nablab-submit-kernel-"));
const path = join(folder, "01-logistic-regression.ipynb");
afterAll(() => rmSync(folder, { recursive: true }));

const code = {
  start: 'import { submit, useAssignment } from "nablab";\nuseAssignment("logistic-regression");',
  own: "const x = 1;",
  submit: "submit();",
};

function save(cells: Record<string, string>): void {
  const list = Object.entries(cells).map(([id, source]) => ({ id, cell_type: "code", source, outputs: [] }));
  writeFileSync(path, JSON.stringify({ cells: list, nbformat: 4, nbformat_minor: 5, metadata: {} }));
}

onSqlite("submit() in a notebook", (place) => {
  let one: AClass;
  let served: Served;
  let client: JupyterClient;

  beforeAll(async () => {
    one = new AClass(await place.fresh());
    await one.course();
    await one.run("logistic-regression");
    const { id } = await one.learner("ada");
    const NABLAB_TOKEN = await one.change((trx) => makeToken(trx, one.act, id));
    const take = async (_: unknown, fileName: string, bytes: Buffer) => ({ fileName, bytes });
    const grading = { ...noGrading, queue: one.queue, conditionsFor: async () => "1", take };
    served = await serve({ store: one.store, port: 0, titlesOf: async () => new Map(), by: "m", grading });
    client = await JupyterClient.start(undefined, undefined, { JPY_SESSION_NAME: path, NABLAB_TOKEN });
  }, 60_000);
  afterAll(async () => {
    client.stop();
    await served.close();
  });

  /** As JupyterLab runs a cell. @returns what it showed last, or why it failed */
  async function run(cellId: string, text: string): Promise<string> {
    const message = { ...createMessage("execute_request", executeContent(text)), metadata: { cellId } };
    await client.sendFrames(encodeMessage(message, client.info.key));
    const { reply, published } = await client.finish(message.header.msg_id);
    if (reply.content.status !== "ok") return String(reply.content.evalue);
    const shown = published.findLast(({ content }) => content.data !== undefined);
    return String((shown?.content.data as Record<string, unknown> | undefined)?.["text/plain"]);
  }

  test("hands in the file that was saved, once it holds what was run, and shows the verdict", async () => {
    const submitting = code.submit.replace("()", `({ to: "${new URL(served.address).origin}" })`);
    await run("a", code.start);
    await run("b", "const x = 2;");
    save({ a: code.start, b: "const x = 2;", c: submitting });
    await run("b", code.own);
    expect(await run("c", submitting)).toContain("save the notebook first, and run this again");
    save({ a: code.start, b: code.own, c: submitting });
    const grade = async (): Promise<void> => {
      for (;;) {
        const waits = await one.store.db.selectFrom("attempt").select("submission").executeTakeFirst();
        if (waits)
          return void (await one.settle(waits.submission, "1", { sigmoid: 10, propagate: 3 }, "Sum `axis` 1."));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const [shown] = await Promise.all([run("c", submitting), grade()]);
    expect(shown.split("\n")).toEqual([
      expect.stringMatching(
        /^01-logistic-regression\.ipynb was handed in at .*: 13 of 20 points in the public checks$/,
      ),
      "✓ sigmoid is correct",
      "  ✓ sigmoid.1",
      "      Sum `axis` 1.",
      "✗ propagate is not correct yet: 0 of 1 checks passed",
      "  ✗ propagate.1",
      "      Sum `axis` 1.",
      expect.stringMatching(/\/me\/hand-ins\/\S+$/),
    ]);
    const rows = await one.store.db.selectFrom("submission").select(["fileName", "source"]).execute();
    expect(rows).toEqual([{ fileName: "01-logistic-regression.ipynb", source: "submit" }]);
    expect(await run("d", "submit();")).toContain("save the notebook first");
  }, 60_000);
});
