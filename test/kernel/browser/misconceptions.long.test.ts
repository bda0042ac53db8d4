import path from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { folderOf } from "../../../graders/course/folderOf";
import { loadStaff } from "../../../graders/course/loadStaff";
import { engineBuild } from "../../../graders/release/site/bundleWorkers";
import type { Assignment } from "../../../src/check/contract";
import { engines } from "../../browser/engines/engines";
import { ownCourse } from "../../ownCourse";
import type { KernelPage } from "./KernelPage";
import { testKernel } from "./testKernel";

/** The course's engine, and all misconceptions by assignment where a cell can reach them. */
async function engineWithMisconceptions(): Promise<string> {
  const options = engineBuild(ownCourse, ownCourse.assignments, ["nablab/tf"]);
  const entries = ownCourse.assignments.map((assignment) => {
    const file = path.join(folderOf(ownCourse, assignment), "staff/misconceptions.ts");
    return `${JSON.stringify(assignment.slug)}: () => require(${JSON.stringify(file)}).misconceptions`;
  });
  const given = `globalThis.misconceptionsOf = { ${entries.join(", ")} };`;
  const stdin = { ...options.stdin, contents: `${options.stdin.contents} ${given}` };
  const { outputFiles } = await build({ ...options, stdin, write: false });
  return outputFiles[0].text;
}

/** Checks every misconception about an assignment, one after the other, as a learner would who had written it. */
function cellFor({ slug }: Assignment): string {
  return `import { check, useAssignment } from "nablab";
useAssignment("${slug}");
const all: { id: string; function: string; implementation: any }[] =
  (globalThis as any).misconceptionsOf["${slug}"]();
for (const { id, function: name, implementation } of all) {
  console.log(id);
  await check({ [name]: implementation });
}`;
}

function misconceptionTests(kernel: () => KernelPage): void {
  it.each(ownCourse.assignments.map((assignment) => [assignment.slug, assignment] as const))(
    "names every misconception about %s",
    async (slug, assignment) => {
      const { misconceptions } = await loadStaff(ownCourse, assignment);
      await kernel().startNotebook(slug);
      const { evalue, heard } = await kernel().run(cellFor(assignment), slug);
      await kernel().stopNotebook(slug);
      expect(evalue).toBeUndefined();
      const said = new Map<string, string>();
      let current = "";
      for (const { type, content } of heard) {
        if (type === "stream") current = String(content.text).trim();
        const data = content.data as Record<string, string> | undefined;
        if (data) said.set(current, data["text/plain"]);
      }
      expect([...said.keys()]).toEqual(misconceptions.map(({ id }) => id));
      const unnamed = misconceptions.filter(({ id, message }) => !said.get(id)!.includes(message));
      expect(unnamed.map(({ id }) => `${id}: ${said.get(id)}`)).toEqual([]);
    },
    300_000,
  );
}

for (const engine of engines) {
  testKernel(engine, { title: "check()", program: engineWithMisconceptions }, misconceptionTests);
}
