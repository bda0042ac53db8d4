import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(__dirname, "../..");

it("leaves TypeScript, which takes 150 ms, to the compiler's thread: the kernel answers before", () => {
  const parts = ["Kernel", "node/nodeParts", "node/protocol/Sockets", "node/protocol/kernelInfo"];
  const load = parts.map((part) => `require(${JSON.stringify(path.join(root, "dist/kernel", part))});`).join(" ");
  const program = `${load} console.log(JSON.stringify(Object.keys(require.cache)));`;
  const loaded = JSON.parse(execFileSync(process.execPath, ["-e", program], { encoding: "utf8" })) as string[];
  expect(loaded.filter((file) => /node_modules.typescript/.test(file))).toEqual([]);
  expect(loaded.length).toBeGreaterThan(parts.length);
});
