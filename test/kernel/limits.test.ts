import { expect, it } from "vitest";
import { builtKernel, JupyterClient } from "../../graders/authoring/execution/JupyterClient";
import { root } from "../house/files";

const cell = 'import { np } from "nablab";\nconst a = np.random.rand(1000, 1000);\nnp.dot(a, a).shape';

/** What a cell says with this many GB of address space for each process. */
async function runWithin(gigabytes: number): Promise<Record<string, unknown>> {
  const limited = (file: string): string[] => {
    const command = `ulimit -v ${gigabytes * 2 ** 20}; exec "$0" "$@"`;
    const args = ["sh", "-c", command, process.execPath, ...builtKernel(root)(file)];
    return ["-e", `process.execve("/bin/sh", ${JSON.stringify(args)})`];
  };
  const client = await JupyterClient.start(undefined, limited);
  try {
    return (await client.execute(cell)).reply.content;
  } finally {
    client.stop();
  }
}

it.skipIf(process.platform !== "linux")(
  "runs cells in 4 GB of address space, and says which limit is in the way with 3 GB",
  async () => {
    expect(await runWithin(4)).toMatchObject({ status: "ok" });
    expect(await runWithin(3)).toMatchObject({ status: "error", evalue: expect.stringContaining("`ulimit -v`") });
  },
  60_000,
);
