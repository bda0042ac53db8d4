// The thread in which mutants are judged: to stop a mutant that never ends, stop its thread. Started by MutantThread.
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import type { Assignment } from "../../../src/check/contract";
import { prepareChecks } from "../../../src/check/prepare";
import { allowRelaxed } from "../../../src/core/wasm/gemm";
import { loadStaffFrom } from "../../course/loadStaff";
import { judgeMutant } from "./judgeMutant";
import type { MutantReply, MutantRequest, ThreadData } from "./MutantThread";

const { folder, seed } = workerData as ThreadData;

void serve();

async function serve(): Promise<void> {
  allowRelaxed(false);
  const { assignment } = (await import(join(folder, "assignment.ts"))) as { assignment: Assignment };
  const staff = await loadStaffFrom(folder, assignment);
  const checks = await prepareChecks(assignment, { ...staff, misconceptions: [] }, { hidden: true, seed });
  parentPort?.on("message", async (request: MutantRequest) => {
    reply({ caughtBy: await judgeMutant(request, join(folder, "staff/solution.ts"), assignment, checks) });
  });
  reply("ready");
}

function reply(message: MutantReply): void {
  parentPort?.postMessage(message);
}
