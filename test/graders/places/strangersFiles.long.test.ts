/** Nothing that another user of the machine has put where programs look is ever run. */
import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { JupyterClient } from "../../../graders/authoring/execution/JupyterClient";
import { FreshClone } from "../../docs/FreshClone";
import { root } from "../../house/files";
import { Stranger, whyNoStranger } from "./Stranger";

const submission = join(root, "graders/cli/demo/class/ada-perfect.ipynb");
const grade = ["grade", "--seed", "1", "--no-hidden", "--format", "json", submission];
/** Packages that a program may look for although they are missing, and one that does not exist. */
const packages = [
  "nablab",
  "typescript",
  "ts-node",
  "commander",
  "esbuild",
  "pnpapi",
  "source-map-support",
  "stranger",
];
const modules = ["pip", "venv", "ensurepip", "jupyterlab", "sitecustomize", "site"];
const settings = ["package.json", "tsconfig.json", "jsconfig.json", "node.config.json", ".npmrc", ".env", ".swcrc"];

describe.skipIf(whyNoStranger !== undefined)(
  `Where a stranger prepared the temporary folder (${whyNoStranger ?? "root"})`,
  () => {
    let stranger: Stranger;
    let clone: FreshClone;
    beforeAll(() => {
      stranger = new Stranger();
      plantEverything(stranger);
      vi.stubEnv("TMPDIR", stranger.temporary);
      // In the temporary folder, too: every folder above it is the stranger's or shared.
      clone = new FreshClone();
    }, 60_000);
    afterAll(() => {
      vi.unstubAllEnvs();
      clone.remove();
      stranger.leave();
    });
    beforeEach(() => stranger.wipe());

    function nablab(...args: string[]) {
      const path = ["", ".", stranger.temporary, join(stranger.temporary, "bin"), process.env.PATH].join(delimiter);
      const env = { ...process.env, PATH: path, TMPDIR: stranger.temporary };
      const options = { cwd: stranger.ours, env, encoding: "utf8" } as const;
      return spawnSync(process.execPath, [join(clone.folder, "graders/cli/nablab.js"), ...args], options);
    }

    test("what is planted leaves a mark when it runs", () => {
      spawnSync(process.execPath, ["-e", 'require("stranger")'], { cwd: stranger.ours });
      spawnSync("python3", ["-c", "import pip"], { cwd: stranger.temporary });
      expect(stranger.marks()).toEqual(expect.arrayContaining(["stranger", "pip.py"]));
    });

    test.each([
      ["nablab grade", grade, 0],
      ["nablab check", ["check", submission], 0],
      ["nablab kernel list", ["kernel", "list"], 0],
      ["nablab validate", ["validate", "logistic-regression", "--no-run", "--seeds", "1"], 0],
    ])(
      "%s runs none of it",
      (_, args, code) => {
        const { status, stdout, stderr } = nablab(...args);
        expect({ status, stderr: status === code ? "" : stdout + stderr }).toEqual({ status: code, stderr: "" });
        expect(stranger.marks()).toEqual([]);
      },
      120_000,
    );

    test("a package that the command line does not find in its own folders is not taken from the stranger's", () => {
      const args = ["-r", join(clone.folder, "graders/cli/registerTypeScript.js"), "-e", 'require("stranger")'];
      const { stderr } = spawnSync(process.execPath, args, { cwd: stranger.ours, encoding: "utf8" });
      expect(stderr).toContain("Cannot find module 'stranger'");
      expect(stranger.marks()).toEqual([]);
    });

    test("the kernel runs none of it, and finds the library all the same", async () => {
      const kernel = await JupyterClient.start(stranger.ours, undefined, { TMPDIR: stranger.temporary });
      try {
        const { reply } = await kernel.execute('import { np } from "nablab";\nnp.zeros([2, 3]).shape');
        expect(reply.content).toMatchObject({ status: "ok" });
        for (const code of ['import "stranger";', 'require("stranger")', 'await import("stranger" as string)']) {
          expect((await kernel.execute(code)).reply.content).toMatchObject({ status: "error" });
        }
      } finally {
        kernel.stop();
      }
      expect(stranger.marks()).toEqual([]);
    }, 60_000);

    test("looking for Python runs no module of the folder where the command is typed", () => {
      const lab = join(root, "graders/cli/lab");
      const script = `
      const { writeFileSync } = require("node:fs");
      const { findPython } = require(${JSON.stringify(join(lab, "findPython"))});
      const { installRequirements } = require(${JSON.stringify(join(lab, "installRequirements"))});
      const folder = ${JSON.stringify(stranger.ours)};
      writeFileSync(folder + "/requirements.txt", "nothing");
      writeFileSync(folder + "/nablab-requirements.txt", "nothing");
      const environment = { folder, python: findPython() };
      installRequirements(environment, folder + "/requirements.txt", () => process.exit(7));`;
      const register = join(root, "graders/cli/registerTypeScript.js");
      const { status, stderr } = spawnSync(process.execPath, ["-r", register, "-e", script], {
        cwd: stranger.temporary,
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stranger.marks()).toEqual([]);
    }, 60_000);

    test("a thread that judges mutants takes no settings from the folder where the command is typed", () => {
      const script = `
      const { MutantThread } = require(${JSON.stringify(join(clone.folder, "graders/authoring/mutation/MutantThread"))});
      const folder = ${JSON.stringify(join(clone.folder, "src/assignments/01-logistic-regression"))};
      const thread = new MutantThread({ folder, seed: 1 }, 60_000);
      const mutant = { function: "sigmoid", source: "exports.sigmoid = () => 0;" };
      thread.judge(mutant).then((verdict) => { console.log(verdict); return thread.end(); });`;
      const register = join(clone.folder, "graders/cli/registerTypeScript.js");
      const options = { cwd: stranger.ours, encoding: "utf8" } as const;
      const { stdout, stderr } = spawnSync(process.execPath, ["-r", register, "-e", script], options);
      expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(/\S/), stderr: "" });
      expect(stranger.marks()).toEqual([]);
    }, 60_000);

    test("no compiled code is kept in the temporary folder, let alone taken from there", () => {
      const names = ["node-compile-cache", `v8-compile-cache-${process.getuid?.()}`];
      for (const name of names) expect(readdirSync(join(stranger.temporary, name))).toEqual(["planted"]);
      clone.write("src/index.ts", `${clone.read("src/index.ts")}\n`);
      const { status } = nablab("kernel", "install", "--prefix", stranger.ours);
      expect(status).toBe(0);
      for (const name of names) expect(readdirSync(join(stranger.temporary, name))).toEqual(["planted"]);
    }, 120_000);

    describe("and the folder of what is kept", () => {
      const cache = () => join(clone.folder, "node_modules/.cache/nablab");
      const files = (folder: string) =>
        readdirSync(folder, { withFileTypes: true, recursive: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name));

      const kept = () => `${cache()}.kept`;

      beforeAll(() => {
        expect(nablab(...grade).status).toBe(0);
        spawnSync("cp", ["-a", cache(), kept()]);
      }, 60_000);

      /** As it was when it had just been made: what is kept goes by the times of files. */
      function restore(): void {
        spawnSync("rm", ["-r", cache()]);
        spawnSync("cp", ["-a", kept(), cache()]);
      }

      /** Has all code that is kept leave a mark, or break what it is for. */
      function poison(): void {
        for (const file of files(cache()).filter((name) => name.endsWith(".js"))) {
          const code = file.includes("/translated/") ? stranger.javaScript("kept code") : "process.exit(9);";
          writeFileSync(file, `${code}${readFileSync(file, "utf8")}`);
        }
      }

      test("it is for this user alone", () => {
        expect(files(cache()).length).toBeGreaterThan(20);
        expect(
          files(cache()).filter((file) => !file.includes("/compiled/") && (statSync(file).mode & 0o777) !== 0o600),
        ).toEqual([]);
        for (const name of ["", "translated", "compiled"])
          expect(statSync(join(cache(), name)).mode & 0o777).toBe(0o700);
      }, 60_000);

      test("what is in there is used", () => {
        poison();
        expect(nablab(...grade).status).not.toBe(0);
        expect(stranger.marks()).toEqual(["kept code"]);
      }, 60_000);

      test.each<[string, (file: string) => void, (folder: string) => void]>([
        ["its files are another user's", (file) => stranger.take(file), () => {}],
        ["everybody may write its files", (file) => chmodSync(file, 0o666), () => {}],
        ["a group may write its files", (file) => groupWrites(file, 0o660), () => {}],
        ["it is another user's itself", () => {}, (folder) => stranger.take(folder)],
        ["everybody may write there", () => {}, (folder) => chmodSync(folder, 0o777)],
        ["a group may write there", () => {}, (folder) => groupWrites(folder, 0o770)],
      ])(
        "none of it is used where %s",
        (_, changeFile, changeFolder) => {
          // As new, poisoned, and handed over.
          restore();
          poison();
          for (const file of files(cache())) changeFile(file);
          for (const name of ["", "translated", "compiled"]) changeFolder(join(cache(), name));
          const { status, stderr } = nablab(...grade);
          expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
          expect(stranger.marks()).toEqual([]);
        },
        120_000,
      );

      function groupWrites(path: string, mode: number): void {
        spawnSync("chgrp", ["100", path]);
        chmodSync(path, mode);
      }
    });
  },
);

function plantEverything(stranger: Stranger): void {
  for (const name of packages) {
    stranger.plant(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    stranger.plant(`node_modules/${name}/index.js`, stranger.javaScript(name));
    stranger.plant(`node_modules/${name}/index.d.ts`, "export {};");
  }
  for (const name of ["nablab", "bwrap", "python3", "python", "npm", "node", "git"]) {
    stranger.plant(`bin/${name}`, stranger.shell(`program ${name}`));
    stranger.plant(`node_modules/.bin/${name}`, stranger.shell(`program ${name}`));
  }
  // Where everybody may write; `bwrap.test.ts` has what is stricter for that program.
  chmodSync(join(stranger.temporary, "bin"), 0o777);
  for (const name of modules) stranger.plant(`${name}.py`, stranger.python(`${name}.py`));
  stranger.plant("evil.js", stranger.javaScript("evil.js"));
  const evil = join(stranger.temporary, "evil.js");
  const content: Record<string, string> = {
    ".npmrc": `node-options=--require ${evil}\n`,
    ".env": `NODE_OPTIONS=--require ${evil}\n`,
    "package.json": JSON.stringify({ type: "module", imports: { "#x": evil }, scripts: { nablab: `node ${evil}` } }),
    "tsconfig.json": JSON.stringify({ "ts-node": { require: [evil] }, compilerOptions: { paths: { "*": [evil] } } }),
    "node.config.json": JSON.stringify({ nodeOptions: { require: [evil] } }),
  };
  for (const name of settings) stranger.plant(name, content[name] ?? "not even JSON");
  for (const name of ["node-compile-cache", `v8-compile-cache-${process.getuid?.()}`])
    stranger.plant(`${name}/planted`, "");
}
