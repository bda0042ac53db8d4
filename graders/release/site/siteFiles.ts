import { readFileSync } from "node:fs";
import path from "node:path";
import type { Assignment } from "../../../src/check/contract";
import type { SiteOptions } from "../../../src/lite/SiteOptions";
import { words } from "../../../src/words/words";
import type { Course } from "../../course/Course";
import { nameOf, root } from "../../course/folderOf";
import { hashOf } from "../../text/hashOf";
import { compileLibrary } from "../compileLibrary";
import { figureRenderer } from "../figureRenderer";
import { readJson } from "../json";
import type { ReleasedBytes, ReleasedFile } from "../ReleasedFile";
import { buildLite, type LiteExtension } from "./buildLite";
import { bundleCompiler, bundleEngine, bundlePage } from "./bundleWorkers";
import { declarations } from "./declarations";
import { digitFile } from "./digitFile";
import { indexPage } from "./indexPage";
import { licences } from "./licences";
import { notebookFiles } from "./notebookFiles";
import { remoteEntry } from "./remoteEntry";

type SiteFile = ReleasedFile | ReleasedBytes;

const name = "nablab-site";
const figures = "nablab-figures";
const staticFolder = `extensions/${name}/static`;

/** In the place of the pages' own icons, each of which weighs as much as all else that a page shows. */
const iconFile = "icon-120x120.png";
const icons = [
  "lab/favicon.ico",
  "notebooks/favicon.ico",
  "static/favicons/favicon-notebook.ico",
  "static/favicons/favicon-busy-1.ico",
];

/** Below the site's root. */
const listName = "cached.json";

/**
 * A site of plain files: JupyterLab in the browser, with some of a course's assignments, the kernel, and no solutions. The
 * same sources give the same bytes.
 *
 * @param python of an environment with JupyterLite, see `requirements.txt`
 */
export async function siteFiles(
  course: Course,
  assignments: readonly Assignment[],
  python: string,
): Promise<SiteFile[]> {
  const notebooks = await notebookFiles(course, assignments);
  const lite = buildLite(python, [await kernelExtension(course, assignments), figureExtension()], {
    config: {
      appName: course.title,
      faviconUrl: `./${iconFile}`,
      defaultKernelName: "nablab",
      contentsAllJsonFile: "all.json",
      // Kept for ever: learners' notebooks are stored under it, wherever the site is.
      contentsStorageName: "nablab",
      settingsStorageName: "nablab-settings",
      workspacesStorageName: "nablab-workspaces",
      // A text, as its service worker compares it with one.
      enableServiceWorkerCache: "true",
      exposeAppInBrowser: true,
    },
    overrides: {
      "@jupyterlab/docmanager-extension:plugin": { autosaveInterval: 10 },
      "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    },
  });
  const { content: picture } = lite.find((file) => file.path === iconFile)!;
  const files: SiteFile[] = [
    ...lite,
    ...icons.map((file) => ({ path: file, content: picture })),
    ...notebooks,
    { path: "index.html", content: indexPage(course.title, assignments) },
    { path: "LICENSES.txt", content: licences() },
  ];
  return [...files, { path: listName, content: JSON.stringify(toCache(files, assignments)) }];
}

/** What works without a network need: all files, and the pages under the addresses by which they are opened. */
function toCache(files: readonly SiteFile[], assignments: readonly Assignment[]): string[] {
  const pages = assignments.flatMap((assignment) =>
    ["lab", "notebooks"].map((app) => `${app}/index.html?path=${nameOf(assignment)}.ipynb`),
  );
  // What is below `api/` JupyterLite's service worker leaves to the network.
  return [
    "./",
    ...pages,
    ...files.map((file) => file.path).filter((file) => !/^api\/|^LICENSES|^service-worker/.test(file)),
  ];
}

async function kernelExtension(course: Course, assignments: readonly Assignment[]): Promise<LiteExtension> {
  const library = new Map(compileLibrary(course, assignments).map((file) => [file.path, file.content]));
  const [compiler, engine, page] = await Promise.all([
    bundleCompiler(),
    bundleEngine(course, assignments),
    bundlePage(),
  ]);
  const files = {
    compiler: hashed("compiler.js", compiler),
    engine: hashed("engine.js", engine),
    page: hashed("page.js", page),
    declarations: hashed("declarations.json", JSON.stringify(declarations((file) => library.get(`dist/${file}`)))),
    digits: Array.from({ length: 10 }, (_, digit) => hashed(`digit-${digit}.bin`, digitFile(digit))),
  };
  const options: SiteOptions = {
    addresses: {
      compiler: files.compiler.path,
      engine: files.engine.path,
      files: files.declarations.path,
      digits: files.digits.map((file) => file.path),
    },
    versions: {
      nablab: versionIn("package.json"),
      typescript: versionIn("node_modules/typescript/package.json"),
      platform: words.release.browser,
    },
    cached: path.posix.relative(staticFolder, listName),
  };
  return {
    manifest: manifestOf(name, { extension: "./extension" }),
    files: [
      { path: "remoteEntry.js", content: remoteEntry(name, files.page.path, options) },
      files.compiler,
      files.engine,
      files.page,
      files.declarations,
      ...files.digits,
    ],
  };
}

function figureExtension(): LiteExtension {
  const plotly = hashed(
    "plotly.min.js",
    readFileSync(path.join(root, "node_modules/plotly.js-dist-min/plotly.min.js"), "utf8"),
  );
  const address = `new URL(${JSON.stringify(plotly.path)}, script).href`;
  return {
    manifest: manifestOf(figures, { mimeExtension: "./figures" }),
    files: [{ path: "remoteEntry.js", content: figureRenderer(figures, address) }, plotly],
  };
}

function manifestOf(extension: string, modules: object) {
  return {
    name: extension,
    version: "1.0.0",
    jupyterlab: { extension: true, _build: { load: "static/remoteEntry.js", ...modules } },
    jupyterlite: { liteExtension: true },
  };
}

/** Named by its content: a service worker may serve an old page, which then loads the old programs. */
function hashed<Content extends string | Uint8Array>(
  file: string,
  content: Content,
): { path: string; content: Content } {
  const end = file.lastIndexOf(".");
  return { path: `${file.slice(0, end)}.${hashOf(content).slice(0, 12)}${file.slice(end)}`, content };
}

function versionIn(manifest: string): string {
  return (readJson(manifest) as { version: string }).version;
}
