import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { configureServer } from "../../graders/cli/lab/configureServer";
import { writeFigureExtension } from "../../graders/cli/lab/figureExtension";
import { findPython } from "../../graders/cli/lab/findPython";
import { runCommandLine } from "../../graders/cli/runCommandLine";
import { specFolder } from "../../src/kernel/node/spec";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "nablab-lab-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Puts a `python3` on an otherwise empty PATH: a shell script that says a version and fails to import a module. */
function fakePython(version: string, missingModule = "none"): void {
  const file = path.join(folder, "python3");
  const body = `case "$*" in *version_info*) echo "${version}";; *"import ${missingModule}"*) exit 1;; esac`;
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
}

describe.skipIf(process.platform === "win32")("looking for Python", () => {
  beforeEach(() => vi.stubEnv("PATH", folder));

  it("says in one line that it is missing and what installs it", () => {
    expect(findPython).toThrow(/^Python is missing; install it with `.+`$/);
  });

  it("says that it is too old", () => {
    fakePython("3 8");
    expect(findPython).toThrow(/^JupyterLab needs Python 3\.10 or later, not 3\.8; install it with `.+`$/);
  });

  it.each(["venv", "ensurepip"])("says that the module %s is missing", (module) => {
    fakePython("3 12", module);
    expect(findPython).toThrow(new RegExp(`^Python's ${module} module is missing; install it with \`.+\`$`));
  });

  it("takes one that has everything", () => {
    fakePython("3 13");
    expect(findPython()).toBe(path.join(folder, "python3"));
  });
});

it("offers only this kernel, and the plots' library, to every server of the environment", () => {
  configureServer(folder);
  const settings = JSON.parse(readFileSync(path.join(folder, "etc/jupyter/jupyter_server_config.json"), "utf8"));
  expect(settings.KernelSpecManager).toEqual({ ensure_native_kernel: false, allowed_kernelspecs: ["nablab"] });
  expect(existsSync(path.join(settings.ServerApp.extra_static_paths[0], "plotly.min.js"))).toBe(true);
});

it("asks nobody for news about JupyterLab", () => {
  configureServer(folder);
  const file = path.join(folder, "etc/jupyter/labconfig/default_setting_overrides.json");
  const settings = JSON.parse(readFileSync(file, "utf8"));
  expect(settings["@jupyterlab/apputils-extension:notification"]).toEqual({
    fetchNews: "false",
    checkForUpdates: false,
  });
});

it("asks JupyterLab for Chinese menus where the notebooks are Chinese, and only there", () => {
  const file = path.join(folder, "etc/jupyter/labconfig/default_setting_overrides.json");
  const plugin = "@jupyterlab/translation-extension:plugin";
  configureServer(folder, "zh-CN");
  expect(JSON.parse(readFileSync(file, "utf8"))[plugin]).toEqual({ locale: "zh_CN" });
  configureServer(folder);
  expect(JSON.parse(readFileSync(file, "utf8"))).not.toHaveProperty(plugin);
});

it("brings JupyterLab a renderer of figures, as an extension that is already built", async () => {
  writeFigureExtension(folder);
  const extension = path.join(folder, "labextensions/nablab-figures");
  const { name, jupyterlab } = JSON.parse(readFileSync(path.join(extension, "package.json"), "utf8"));
  const program = readFileSync(path.join(extension, jupyterlab._build.load), "utf8");
  const page: {
    _JUPYTERLAB?: Record<string, { init(scope: object): void; get(module: string): Promise<() => object> }>;
  } = {};
  new Function("window", program)(page);
  const bundle = page._JUPYTERLAB?.[name];
  bundle?.init({ "@lumino/widgets": { "2.0.0": { get: async () => () => ({ Widget: class {} }) } } });
  expect((await bundle?.get(jupyterlab._build.mimeExtension))?.()).toMatchObject({
    default: { rank: 0, rendererFactory: { safe: true, mimeTypes: ["application/vnd.plotly.v1+json"] } },
  });
});

describe("nablab kernel", () => {
  /** Runs the command here, on this Node, which is the pinned one. */
  async function nablab(...args: string[]) {
    const print = vi.spyOn(console, "log").mockImplementation(() => {});
    const complain = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
    const status = await runCommandLine(["kernel", ...args]);
    const written = (spy: typeof print | typeof complain) => spy.mock.calls.map(([text]) => String(text));
    const ended = { status: status ?? 0, printed: written(print), errors: written(complain) };
    vi.restoreAllMocks();
    return ended;
  }

  it("installs a spec that names the pinned Node and the kernel by absolute paths, and removes it without a trace", async () => {
    expect((await nablab("install", "--prefix", folder)).status).toBe(0);
    const spec = JSON.parse(readFileSync(path.join(specFolder(folder), "kernel.json"), "utf8"));
    const [node, main, ...rest] = spec.argv;
    expect([path.isAbsolute(node), path.isAbsolute(main)]).toEqual([true, true]);
    expect([existsSync(node), existsSync(main)]).toEqual([true, true]);
    expect(rest).toEqual(["--connection-file", "{connection_file}"]);
    expect(spec).toMatchObject({ language: "typescript", display_name: "TypeScript (nablab)" });
    expect((await nablab("uninstall", "--prefix", folder)).status).toBe(0);
    expect(globSync("**/*nablab*", { cwd: folder })).toEqual([]);
  });

  it("brings what draws figures, which every Jupyter server hands out with the spec", async () => {
    await nablab("install", "--prefix", folder);
    expect(readFileSync(path.join(specFolder(folder), "plotly.min.js"), "utf8")).toContain("plotly.js v");
    const program = path.join(folder, "share/jupyter/labextensions/nablab-figures/static/remoteEntry.js");
    expect(readFileSync(program, "utf8")).toContain('"kernelspecs/nablab/plotly.min.js"');
  });

  describe.skipIf(process.platform === "win32")("--link", () => {
    it("makes a command that works from every folder, without any Node on the PATH, and is removed again", async () => {
      const file = path.join(folder, "nablab");
      const { printed } = await nablab("install", "--prefix", folder, "--link", folder);
      expect(printed.at(-1)).toContain(file);
      const options = { cwd: os.tmpdir(), env: { PATH: "/usr/bin:/bin" }, encoding: "utf8" } as const;
      expect(spawnSync(file, ["--version"], options)).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^\d/),
      });
      expect((await nablab("install", "--prefix", folder, "--link", folder)).status).toBe(0);
      await nablab("uninstall", "--prefix", folder, "--link", folder);
      expect(existsSync(file)).toBe(false);
    });

    it("is offered", async () => {
      expect((await nablab("install", "--prefix", folder)).printed.at(-1)).toContain("--link");
    });

    it("leaves another program of that name alone", async () => {
      const file = path.join(folder, "nablab");
      writeFileSync(file, "#!/bin/sh\necho other\n");
      const { status } = await nablab("install", "--prefix", folder, "--link", folder);
      expect(status).toBe(2);
      expect(readFileSync(file, "utf8")).toContain("other");
    });
  });

  it("lists where the spec is", async () => {
    vi.stubEnv("JUPYTER_DATA_DIR", folder);
    await nablab("install", "--user");
    expect((await nablab("list")).printed).toContain(path.join(folder, "kernels/nablab"));
    await nablab("uninstall");
    expect((await nablab("list")).printed.join()).not.toContain(folder);
  });

  it("refuses two places at once with one line, and exit code 2", async () => {
    const { status, errors } = await nablab("install", "--user", "--prefix", folder);
    expect(status).toBe(2);
    expect(errors).toEqual(["nablab: --prefix, --user and --sys-prefix exclude each other; give one\n"]);
  });

  it("says where there is nothing to remove", async () => {
    const { status, errors } = await nablab("uninstall", "--prefix", folder);
    expect(status).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(specFolder(folder));
  });
});
