// The thread in which mutants are judged: one that never ends is stopped with its thread. Started by MutantThread.
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Assignment } from "../../../src/check/define";
import { allowRelaxed } from "../../../src/core/wasm/gemm";
import { loadStaffFrom } from "../../course/loadStaff";
import { prepare } from "../trial";
import { judgeMutant, runSeeded } from "./judgeMutant";
import type { MutantReply, MutantRequest, ThreadData } from "./MutantThread";

const { folder, seed } = workerData as ThreadData;

void serve();

async function serve(): Promise<void> {
  allowRelaxed(false);
  const { assignment } = (await import(join(folder, "assignment.ts"))) as { assignment: Assignment };
  const staff = await loadStaffFrom(folder);
  const checks = await prepare(assignment, { ...staff, misconceptions: [] }, seed);
  for (const prepared of checks) prepared.expected = await runSeeded(staff.solution[prepared.check.function], prepared);
  parentPort?.on("message", async ({ source, function: name }: MutantRequest) => {
    reply({ caughtBy: await judgeMutant(source, name, join(folder, "staff/solution.ts"), checks) });
  });
  reply("ready");
}

function reply(message: MutantReply): void {
  parentPort?.postMessage(message);
}
