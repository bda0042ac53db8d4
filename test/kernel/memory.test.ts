import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JupyterClient } from "../../graders/authoring/execution/JupyterClient";
import { childOf, memoryOf } from "../bench/processMemory";

/** 230 MB: long arrays, which WebAssembly's memory holds, and short ones, of which a few stay and leave gaps. */
const take = `import { np } from "nablab";
const kept = np.random.rand(1000, 1000);
const before = np.sum(kept);
let long = Array.from({ length: 15 }, () => np.add(kept, 1));
let short = Array.from({ length: 3000 }, (_, i) => np.full([5000], i));
const few = short.filter((_, i) => i % 100 === 0);
[long, short] = [[], []];`;

describe.skipIf(process.platform !== "linux")("an engine that is idle", () => {
  let client: JupyterClient;
  beforeAll(async () => {
    client = await JupyterClient.start();
  });
  afterAll(() => client?.stop());

  it("gives back what a cell took, but for what a variable still holds", async () => {
    expect((await client.execute(take)).reply.content).toMatchObject({ status: "ok" });
    const engine = childOf(client.process.pid!);
    const full = memoryOf(engine);
    expect(full).toBeGreaterThan(250);
    await expect.poll(() => memoryOf(engine), { timeout: 25_000, interval: 500 }).toBeLessThan(full - 180);
    const { published } = await client.execute(
      "[np.sum(kept) === before, few.every((one, i) => one.at(4999) === 100 * i)]",
    );
    const [shown] = published.filter(({ header }) => header.msg_type === "execute_result");
    expect(shown.content.data).toMatchObject({ "text/plain": "[ true, true ]" });
    // Node's warning about the way to the C library is none of the learner's business.
    expect(client.published.filter(({ header }) => header.msg_type === "stream")).toEqual([]);
  }, 60_000);
});
