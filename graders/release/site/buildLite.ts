import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { words } from "../../../src/words/words";
import type { ReleasedBytes, ReleasedFile } from "../ReleasedFile";
import { rememberingWorker, serviceWorkerFile } from "./serviceWorker";

/** What all files of a site are dated: they are the same, whenever it is made. */
const date = "1577836800";

/** An extension of JupyterLab that is built already: its package.json, and the files in its `static` folder. */
export interface LiteExtension {
  manifest: { name: string };
  files: readonly (ReleasedFile | ReleasedBytes)[];
}

/** Neither pages nor programs load them; the first makes room for a page with the assignments. */
const needless =
  /^(.*\/favicon\.ico|index\.html|package\.json|rspack\.config.*|jupyterlite\.schema.*|doc\/.*|.*\/package\.json)$/;

/**
 * JupyterLite, as a folder of files: the apps `lab` and `notebooks`, without the parts that nothing here uses.
 *
 * @param python of an environment with what `requirements.txt` beside this file says
 * @param settings for `jupyter-lite.json`, and for JupyterLab's own settings
 */
export function buildLite(
  python: string,
  extensions: readonly LiteExtension[],
  settings: { config: object; overrides: object },
): ReleasedBytes[] {
  const folder = mkdtempSync(path.join(tmpdir(), "nablab-site-"));
  try {
    const source = path.join(folder, "source");
    mkdirSync(source);
    for (const [i, extension] of extensions.entries()) writeExtension(path.join(folder, `extension${i}`), extension);
    writeJson(path.join(source, "jupyter-lite.json"), {
      "jupyter-lite-schema-version": 0,
      "jupyter-config-data": settings.config,
    });
    writeJson(path.join(source, "overrides.json"), settings.overrides);
    writeJson(path.join(source, "jupyter_lite_config.json"), {
      LiteBuildConfig: {
        federated_extensions: extensions.map((_, i) => `../extension${i}`),
        output_dir: "../site",
        ignore_sys_prefix: true,
        no_sourcemaps: true,
        no_unused_shared_packages: true,
        apps: ["lab", "notebooks"],
      },
    });
    const command = ["-I", "-m", "jupyterlite_core", "build", "--source-date-epoch", date];
    const { status, stdout, stderr } = spawnSync(python, command, { cwd: source, encoding: "utf8" });
    if (status !== 0)
      throw new Error(words.release.liteFails(`${stdout}${stderr}`.trim().split("\n").slice(-3).join("\n")));
    const files = filesIn(path.join(folder, "site")).filter((file) => !needless.test(file.path));
    return files.map((file) => {
      if (/^[^/]+\/index\.html$/.test(file.path)) return withIcon(file);
      return file.path === serviceWorkerFile ? changed(file, rememberingWorker) : file;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Until its programs have started, a browser looks for an icon elsewhere, where there may be none. */
function withIcon(file: ReleasedBytes): ReleasedBytes {
  const link = '<link rel="icon" href="../icon-120x120.png">';
  return changed(file, (text) => text.replace("<title>", `${link}\n    <title>`));
}

function changed({ path: name, content }: ReleasedBytes, change: (text: string) => string): ReleasedBytes {
  return { path: name, content: Buffer.from(change(Buffer.from(content).toString("utf8"))) };
}

function writeExtension(folder: string, { manifest, files }: LiteExtension): void {
  mkdirSync(folder);
  mkdirSync(path.join(folder, "static"));
  writeJson(path.join(folder, "package.json"), manifest);
  for (const file of files) writeFileSync(path.join(folder, "static", file.path), file.content);
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function filesIn(folder: string): ReleasedBytes[] {
  const files = globSync("**/*", { cwd: folder }).filter((file) => statSync(path.join(folder, file)).isFile());
  return files
    .sort()
    .map((file) => ({ path: file.replaceAll(path.sep, "/"), content: readFileSync(path.join(folder, file)) }));
}
