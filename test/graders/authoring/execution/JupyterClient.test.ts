import { expect, it } from "vitest";
import { executeContent, JupyterClient } from "../../../../graders/authoring/execution/JupyterClient";

it("fails at once, with what the kernel had to say, when that does not start", async () => {
  const broken = () => ["--eval", 'console.error("no such option"); process.exit(1);'];
  await expect(JupyterClient.start(undefined, broken)).rejects.toThrow(/exit code 1.*no such option/s);
});

it("fails a request whose kernel ends", async () => {
  const client = await JupyterClient.start();
  const id = await client.send("execute_request", executeContent("while (true) {}"));
  await client.until(() => client.published.find(({ header }) => header.msg_type === "execute_input"));
  client.process.kill("SIGKILL");
  await expect(client.finish(id)).rejects.toThrow("the kernel ended (SIGKILL)");
  client.stop();
});
