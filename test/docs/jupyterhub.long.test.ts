import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Results } from "../../graders/engine/results";
import type { Block } from "./readBlocks";
import { testPage } from "./testPage";

/** What the page has on a whole machine, in the clone; the command is the one that was put on the PATH. */
const places = [
  ["cd /opt/nablab\n", ""],
  ["/opt/jupyterhub", "opt/jupyterhub"],
  ["/usr/local/bin", "opt/bin"],
  ["'/home/", "'home/"],
  ["nablab grade", "opt/bin/nablab grade"],
  ["git commit", "git -c user.name=staff -c user.email=staff@example.edu commit"],
] as const;

const adapt = (block: Block): Block => {
  return { ...block, text: places.reduce((text, [from, to]) => text.replaceAll(from, to), block.text) };
};

const { clone } = testPage("docs/jupyterhub.md", 240, adapt, ({ folder }) => {
  mkdirSync(join(folder, "opt/bin"), { recursive: true });
  for (const learner of ["ada", "cleo"]) {
    mkdirSync(join(folder, "home", learner), { recursive: true });
    copyFileSync(join(folder, `submissions/${learner}.ipynb`), join(folder, "home", learner, "hw1.ipynb"));
  }
});

test("makes a Git repository of the notebooks to hand out, and of nothing else", () => {
  const folder = join(clone.folder, "handout/notebooks");
  const { stdout } = spawnSync("git", ["-C", folder, "ls-tree", "--name-only", "main"], { encoding: "utf8" });
  expect(stdout).toBe("01-logistic-regression.ipynb\n02-shallow-network.ipynb\npackage.json\n");
});

test("grades what is in the learners' home folders, and takes the kernel and its command away again", () => {
  const { submissions } = JSON.parse(clone.read("results/results.json")) as Results;
  expect(submissions.map(({ id }) => id)).toEqual(["ada", "cleo"]);
  expect(existsSync(join(clone.folder, "opt/bin/nablab"))).toBe(false);
  expect(existsSync(join(clone.folder, "opt/jupyterhub/share/jupyter/kernels/nablab"))).toBe(false);
});
