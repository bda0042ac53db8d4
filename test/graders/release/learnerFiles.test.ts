/**
 * What learners get, as the command writes it, in a place that has nothing from the repository but its npm packages.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { JupyterClient } from "../../../graders/authoring/execution/JupyterClient";
import { loadStaff } from "../../../graders/course/loadStaff";
import { assignmentNamed } from "../../../graders/engine/chooseAssignment";
import { learnerFiles } from "../../../graders/release/learnerFiles";
import { writeRelease } from "../../../graders/release/writeRelease";
import { assignments } from "../../../src/assignments";
import { specFolder } from "../../../src/kernel/node/spec";
import { root } from "../../house/files";
import { ownCourse } from "../../ownCourse";
import { assignmentFolders, staffLines } from "./staffLines";

const folder = mkdtempSync(join(tmpdir(), "nablab-release-"));
const course = join(folder, "course");
const name = "01-logistic-regression";
const samples = join(root, "graders/cli/demo/class");
const logisticRegression = assignmentNamed("logistic-regression", assignments);
const contents = new Map<string, string>();
/** The words of each file. */
const words = new Map<string, ReadonlySet<string>>();

beforeAll(async () => {
  writeRelease(course, await learnerFiles(ownCourse, [logisticRegression]));
  for (const entry of readdirSync(course, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    const content = readFileSync(path, "utf8");
    contents.set(path.slice(course.length + 1), content);
    words.set(path.slice(course.length + 1), new Set(content.match(/\w+/g)));
  }
  linkPackages();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Links the packages that `npm ci` would install: those in the lock file, and no others. */
function linkPackages(): void {
  for (const place of Object.keys(JSON.parse(contentOf("package-lock.json")).packages)) {
    const [, installed] = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place) ?? [];
    if (installed === undefined || installed.startsWith("nablab")) continue;
    mkdirSync(join(course, "node_modules", installed, ".."), { recursive: true });
    symlinkSync(join(root, "node_modules", installed), join(course, "node_modules", installed));
  }
  symlinkSync("..", join(course, "node_modules/nablab"));
}

function contentOf(path: string): string {
  const content = contents.get(path);
  if (content === undefined) throw new Error(`there is no ${path} in the release`);
  return content;
}

/** The release's files that contain a text. Few files have all of its words, so few are searched. */
function filesWith(text: string): string[] {
  // Those at its ends may be parts of longer ones.
  const whole = text.match(/(?<=\W)\w+(?=\W)/g) ?? [];
  const hasWords = (path: string): boolean => whole.every((word) => words.get(path)?.has(word));
  return [...contents].filter(([path, content]) => hasWords(path) && content.includes(text)).map(([path]) => path);
}

function nablab(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(course, "dist/cli/nablab.js"), ...args], {
    cwd: course,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("What is not in it", () => {
  test("no solution, mistake, alternative or hidden check of any assignment", () => {
    const lines = staffLines();
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => filesWith(line).length > 0)).toEqual([]);
    expect(filesWith("// BEGIN SOLUTION")).toEqual([]);
  });

  test("of hidden checks nothing at all, of misconceptions what the notebook says about them", async () => {
    const { hiddenChecks, misconceptions } = await loadStaff(ownCourse, logisticRegression);
    expect(hiddenChecks.flatMap(({ id }) => filesWith(id))).toEqual([]);
    const files = new Set(misconceptions.flatMap(({ id }) => filesWith(id)));
    expect([...files].sort()).toEqual([
      `dist/assignments/${name}/expected.json`,
      `dist/assignments/${name}/zh-CN/messages.json`,
      "dist/cli/run.js",
    ]);
  });

  test("nothing of the assignments that were not asked for", () => {
    const others = assignmentFolders().filter((other) => other !== name);
    expect(others.length).toBeGreaterThan(4);
    expect([...contents.keys()].filter((path) => others.some((other) => path.includes(other)))).toEqual([]);
    // As names of folders and as slugs: "optimization" alone is a word as well.
    expect(filesWith(`"${name.slice(3)}"`)).not.toEqual([]);
    expect(others.flatMap((other) => [...filesWith(other), ...filesWith(`"${other.slice(3)}"`)])).toEqual([]);
  });

  test("no tests, staff folders, sources or addresses of a registry", () => {
    expect([...contents.keys()].filter((path) => /(^|\/)(test|staff|src|graders)\//.test(path))).toEqual([]);
    expect([...contents.keys()].filter((path) => /(?<!\.d)\.ts$/.test(path))).toEqual([]);
    expect(contentOf("package-lock.json")).not.toContain("http");
  });
});

describe("What is in it", () => {
  test("every package that its code asks for, as this repository has it, with all that those need", () => {
    const { dependencies } = JSON.parse(contentOf("package.json"));
    const { packages } = JSON.parse(contentOf("package-lock.json"));
    const own = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(["mnist", "node", "typescript", "zeromq"]));
    expect(Object.keys(dependencies)).not.toContain("esbuild");
    expect(packages[""].dependencies).toEqual(dependencies);
    const installed = Object.keys(packages).filter((place) => packages[place].integrity);
    for (const place of installed) expect(packages[place]).toEqual(own[place]);
    const needs = installed.flatMap((place) => Object.keys(packages[place].dependencies ?? {}));
    expect(needs.filter((need) => !installed.includes(`node_modules/${need}`))).toEqual([]);
  });

  test("a README that names the commands, the notebook and what to hand in", () => {
    expect(contentOf("README.md")).toContain("\nnpm start\n");
    expect(contentOf("README.md")).toContain(`\nnpx --no nablab check notebooks/${name}.ipynb\n`);
    expect(contentOf("README.md")).toMatch(new RegExp(`hand in the notebook itself, \`notebooks/${name}.ipynb\``));
  });
});

describe("What works in it", () => {
  test("checking a notebook before handing it in, by what was recorded of the reference", () => {
    const starter = nablab("check", `notebooks/${name}.ipynb`);
    expect(starter).toMatchObject({ status: 1, stderr: "" });
    expect(starter.stdout).toContain("○ propagate  0/12");
    const right = nablab("check", join(samples, "ada-perfect.ipynb"));
    expect(right).toMatchObject({ status: 0, stderr: "" });
    expect(right.stdout).toContain("45 / 45");
    const wrong = nablab("check", join(samples, "cleo-misconception.ipynb"));
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain("Nothing is divided by m");
    expect(wrong.stdout).toContain("in grading, it costs only its own points");
  });

  test("the commands of learners, and no other", () => {
    const { stdout } = nablab("--help");
    const commands = Array.from(stdout.matchAll(/^ {2}(\w+) .*$/gm), ([, command]) => command);
    expect(commands).toEqual(expect.arrayContaining(["lab", "check", "kernel"]));
    expect(nablab("grade", "notebooks/").status).toBe(2);
  });

  test("installing its kernel for other Jupyter programs, and its command for every folder", () => {
    const installed = nablab("kernel", "install", "--prefix", folder, "--link", folder);
    expect(installed).toMatchObject({ status: 0, stderr: "" });
    const { argv } = JSON.parse(readFileSync(join(specFolder(folder), "kernel.json"), "utf8"));
    expect(argv[1]).toBe(join(course, "dist/kernel/node/main.js"));
    const { status, stdout } = spawnSync(join(folder, "nablab"), ["--version"], { cwd: tmpdir(), encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: nablab("--version").stdout });
  });

  test("the notebook in its kernel, with checks that name mistakes", async () => {
    const { cells } = JSON.parse(contentOf(`notebooks/${name}.ipynb`)) as {
      cells: { cell_type: string; source: string[] }[];
    };
    const cellWith = (text: string): string => {
      const sources = cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source.join(""));
      return sources.find((source) => source.includes(text)) ?? "";
    };
    const kernel = (file: string) => [join(course, "dist/kernel/node/main.js"), "--connection-file", file];
    const client = await JupyterClient.start(join(course, "notebooks"), kernel);
    const run = async (code: string): Promise<string> => {
      const { reply, published } = await client.execute(code);
      expect(reply.content).toMatchObject({ status: "ok" });
      return stripVTControlCharacters(JSON.stringify(published.map(({ content }) => content)));
    };
    try {
      await run(cellWith("useAssignment("));
      await run(cellWith("function sigmoid"));
      expect(await run("check({ sigmoid });")).toContain("sigmoid is not implemented yet");
      await run(cellWith("function sigmoid").replace(/throw new .*/, "return np.divide(1, np.add(1, np.exp(z)));"));
      expect(await run("check({ sigmoid });")).toContain("The exponent lacks its minus sign");
    } finally {
      client.stop();
    }
  }, 60_000);
});
