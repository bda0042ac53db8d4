import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MissingRequirement } from "../../../graders/cli/lab/findPython";
import { installRequirements } from "../../../graders/cli/lab/installRequirements";
import { environmentProgram, virtualEnvironment } from "../../../graders/cli/lab/virtualEnvironment";
import { specFolder, writeKernelSpec } from "../../../src/kernel/node/spec";

const root = path.resolve(__dirname, "../../..");
const environment = virtualEnvironment(path.join(root, "node_modules/.cache/nablab-conformance"));
let missing: string | undefined;
const folder = mkdtempSync(path.join(os.tmpdir(), "nablab-conformance-"));
beforeAll(prepare, 300_000);
beforeEach(({ skip }) => skip(missing !== undefined, missing));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sets up Jupyter's own tools, or finds out what is missing for that. */
async function prepare(): Promise<void> {
  try {
    await installRequirements(environment, path.join(__dirname, "requirements.txt"), () => {});
  } catch (error) {
    if (!(error instanceof MissingRequirement)) throw error;
    missing = error.message;
    return;
  }
  writeKernelSpec(specFolder(environment.folder));
}

interface Ended {
  code: number;
  output: string;
}

function run(program: string, args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(environmentProgram(environment.folder, program), args, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stripVTControlCharacters(stdout + stderr) });
    });
  });
}

/** Writes a notebook of the given cells. */
function notebook(name: string, cells: string[]): string {
  const file = path.join(folder, name);
  const kernelspec = { name: "nablab", display_name: "TypeScript", language: "typescript" };
  const code = (source: string, index: number) => {
    return { id: `cell-${index}`, cell_type: "code", metadata: {}, execution_count: null, outputs: [], source };
  };
  // As in the course's notebooks; without it, nbconvert takes every language for Python.
  const language_info = { name: "typescript", file_extension: ".ts", mimetype: "text/typescript" };
  const metadata = { kernelspec, language_info };
  const content = { nbformat: 4, nbformat_minor: 5, metadata, cells: cells.map(code) };
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const good = ["let x = 20;", "console.log(x);\nx + 1"];
const failing = ["let x = 20;", 'throw new RangeError("too far");', 'console.log("rea" + "ched");'];

describe("with Jupyter's own tools", () => {
  it("passes Jupyter's conformance suite", { timeout: 120_000 }, async () => {
    const { code, output } = await run("python", [path.join(__dirname, "suite.py")]);
    // The pager, which no kernel but IPython's has, is the one test that does not apply.
    expect(output).toMatch(/OK \(skipped=1\)/);
    expect(code).toBe(0);
  });

  it("answers a front end that comes back while its old connection is open", { timeout: 120_000 }, async () => {
    const { output } = await run("python", [path.join(__dirname, "reconnect.py")]);
    expect(output).toContain("server 4\nclient 4\n");
  });

  it("runs a notebook by nbconvert, outputs included", { timeout: 60_000 }, async () => {
    const { code } = await run("jupyter-nbconvert", ["--execute", "--inplace", notebook("good.ipynb", good)]);
    expect(code).toBe(0);
    const { cells } = JSON.parse(readFileSync(path.join(folder, "good.ipynb"), "utf8"));
    expect(cells[1].outputs).toMatchObject([
      { output_type: "stream", name: "stdout", text: ["20\n"] },
      { output_type: "execute_result", execution_count: 2, data: { "text/plain": ["21"] } },
    ]);
  });

  it("runs a file by jupyter run", { timeout: 60_000 }, async () => {
    const file = path.join(folder, "program.ts");
    writeFileSync(file, "const n: number = 6;\nconsole.log(7 * n);\n");
    const { code, output } = await run("jupyter-run", ["--kernel", "nablab", file]);
    expect(output.trim()).toBe("42");
    expect(code).toBe(0);
  });

  it("becomes a page with coloured TypeScript, outputs and errors", { timeout: 60_000 }, async () => {
    const cells = [...good, "const n: number = 'one';"];
    const options = ["--execute", "--allow-errors", "--to", "html"];
    expect((await run("jupyter-nbconvert", [...options, notebook("page.ipynb", cells)])).code).toBe(0);
    const page = readFileSync(path.join(folder, "page.html"), "utf8");
    expect(page).toMatch(/hl-typescript.*<span class="kd">let<\/span>/s);
    for (const shown of ["<pre>20\n</pre>", "<pre>21</pre>", "error TS2322"]) expect(page).toContain(shown);
  });

  it.each([
    ["nbclient", "jupyter-execute", (file: string) => ["--inplace", file]],
    ["nbconvert", "jupyter-nbconvert", (file: string) => ["--execute", "--inplace", file]],
    ["papermill", "papermill", (file: string) => [file, path.join(folder, "out.ipynb"), "--no-progress-bar"]],
  ])("%s stops at a failing cell with its message", { timeout: 60_000 }, async (name, program, args) => {
    const { code, output } = await run(program, args(notebook(`${name}.ipynb`, failing)));
    expect(code).not.toBe(0);
    expect(output).toContain("RangeError: too far");
    expect(output).not.toContain("reached");
  });
});
