import { afterAll, beforeAll, expect, it } from "vitest";
import { executeContent, JupyterClient } from "../../graders/authoring/execution/JupyterClient";

let client: JupyterClient;
beforeAll(async () => {
  client = await JupyterClient.start();
}, 60_000);
afterAll(() => client.stop());

/** Runs a cell in a front end that can be asked. */
const start = (code: string) => client.send("execute_request", executeContent(code, { allow_stdin: true }));
const resultOf = async (id: string) => {
  const { reply, published } = await client.finish(id);
  expect(reply.content).toMatchObject({ status: "ok" });
  return published.find(({ header }) => header.msg_type === "execute_result")?.content.data;
};

it("prompt asks through the front end and waits, also while a loop keeps the engine busy", async () => {
  const id = await start(
    "const names: string[] = [];\nfor (const n of [1, 2]) names.push(prompt('name ' + n + '? '));\nnames",
  );
  expect(await client.answerNext("Ada")).toEqual({ prompt: "name 1? ", password: false });
  expect(await client.answerNext('"Grace"\n∇')).toEqual({ prompt: "name 2? ", password: false });
  expect(await resultOf(id)).toEqual({ "text/plain": `[ 'Ada', '"Grace"\\n∇' ]` });
});

it("an empty answer is the initial value", async () => {
  const id = await start('prompt("rate? ", "0.1")');
  await client.answerNext("");
  expect(await resultOf(id)).toEqual({ "text/plain": "'0.1'" });
});

it("reading process.stdin asks for a line at a time, and for no more than are read", async () => {
  const id = await start(`import { createInterface } from "node:readline/promises";
    const lines = createInterface({ input: process.stdin });
    const first = await lines.question("");
    lines.close();
    first`);
  await client.answerNext("one");
  expect(await resultOf(id)).toEqual({ "text/plain": "'one'" });
  const asked = client.questions.length;
  expect(await resultOf(await start("await new Promise((resolve) => setTimeout(resolve, 50)); 1"))).toBeDefined();
  expect(client.questions).toHaveLength(asked);
});

it("a loop over process.stdin asks until it is left", async () => {
  const id = await start(`const words: string[] = [];
    for await (const chunk of process.stdin) {
      words.push(String(chunk).trim());
      if (words.length === 2) break;
    }
    words`);
  await client.answerNext("one");
  await client.answerNext("two");
  expect(await resultOf(id)).toEqual({ "text/plain": "[ 'one', 'two' ]" });
});

it("an interrupt ends the wait, and an answer that comes late is forgotten", async () => {
  const id = await start('prompt("never? ")');
  await client.until(() => client.questions.find(({ content }) => content.prompt === "never? "));
  await client.request("interrupt_request", {}, "control");
  expect((await client.finish(id)).reply.content.ename).toBe("KeyboardInterrupt");
  const next = await start('prompt("now? ")');
  await client.until(() => client.questions.find(({ content }) => content.prompt === "now? "));
  expect(await client.answerNext("late")).toMatchObject({ prompt: "never? " });
  expect(await client.answerNext("here")).toMatchObject({ prompt: "now? " });
  expect(await resultOf(next)).toEqual({ "text/plain": "'here'" });
});

it("where nobody can be asked, prompt fails with what to do instead", async () => {
  const { reply } = await client.execute('prompt("name? ")');
  expect(reply.content).toMatchObject({ status: "error", evalue: expect.stringMatching(/cannot ask .* write/) });
});
