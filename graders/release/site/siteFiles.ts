import { readFileSync } from "node:fs";
import path from "node:path";
import type { Assignment } from "../../../src/check/contract";
import { addressOf, cachedList, type SiteOptions } from "../../../src/lite/SiteOptions";
import { inLanguage } from "../../../src/words/language";
import type { Locale } from "../../../src/words/locale";
import { site } from "../../../src/words/site";
import type { Course } from "../../course/Course";
import { root } from "../../course/folderOf";
import { languagePacks } from "../../course/languagePacks";
import type { Tongue } from "../../engine/Tongue";
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
import { listingName, notebookFiles } from "./notebookFiles";
import { remoteEntry } from "./remoteEntry";
import { translationFiles } from "./translationFiles";

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

/**
 * A site of plain files: JupyterLab in the browser, with some of a course's assignments, the kernel, and no solutions. The
 * same sources give the same bytes.
 *
 * @param python of an environment with JupyterLite, see `requirements.txt`
 * @param tongues what the assignments say in the site's language, in their order, if that is not English
 */
export async function siteFiles(
  course: Course,
  assignments: readonly Assignment[],
  python: string,
  tongues: readonly Tongue[] = [],
): Promise<SiteFile[]> {
  const locale: Locale = tongues.at(0)?.locale ?? "en";
  const notebooks = await notebookFiles(course, assignments, locale);
  const translation = locale === "en" ? [] : translationFiles(python, locale);
  const kernel = await kernelExtension(course, assignments, { notebooks: notebooks.served, locale });
  const lite = buildLite(python, [kernel, figureExtension()], {
    config: {
      appName: course.title,
      faviconUrl: `./${iconFile}`,
      defaultKernelName: "nablab",
      // From api/contents/, where it is looked for.
      contentsAllJsonFile: `../../${listingName}`,
      // Kept for ever: learners' notebooks are stored under it, wherever the site is.
      contentsStorageName: "nablab",
      settingsStorageName: "nablab-settings",
      workspacesStorageName: "nablab-workspaces",
      // A text, as its service worker compares it with one.
      enableServiceWorkerCache: "true",
      // It would say that a notebook was saved years ago, on the date that makes sites equal.
      disabledExtensions: ["@jupyter-notebook/notebook-extension:checkpoints"],
      exposeAppInBrowser: true,
    },
    overrides: {
      "@jupyterlab/docmanager-extension:plugin": { autosaveInterval: 10 },
      "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
      ...(locale !== "en" && { "@jupyterlab/translation-extension:plugin": { locale: languagePacks[locale].locale } }),
    },
  });
  const { content: picture } = lite.find((file) => file.path === iconFile)!;
  const files: SiteFile[] = [
    ...lite.filter((file) => !translation.some((other) => other.path === file.path)),
    ...translation,
    ...icons.map((file) => ({ path: file, content: picture })),
    ...notebooks.files,
    { path: "index.html", content: indexPage(course.title, assignments, tongues) },
    { path: "LICENSES.txt", content: licences() },
  ];
  return [...files, { path: cachedList, content: JSON.stringify(toCache(files, notebooks.served)) }];
}

/** What works without a network needs: all files, also under the addresses by which pages ask for them and learners for pages. */
function toCache(files: readonly SiteFile[], notebooks: SiteOptions["notebooks"]): Record<string, string> {
  const contents = new Map(files.map((file) => [file.path, hashOf(file.content).slice(0, 16)]));
  const addresses: [address: string, file: string][] = [["./", "index.html"]];
  for (const notebook of Object.values(notebooks)) {
    const { file } = notebook;
    const pages = ["lab", "notebooks"].map((app) => `${app}/index.html`);
    addresses.push(...pages.map((page): [string, string] => [`${page}?path=${file}`, page]));
    addresses.push([addressOf(notebook), `files/${file}`]);
  }
  for (const { path: page, content } of files.filter((file) => file.path.endsWith("/index.html"))) {
    for (const [, asked] of Buffer.from(content)
      .toString("utf8")
      .matchAll(/["']([\w./-]+\?_=\w+)["']/g)) {
      const address = path.posix.join(path.posix.dirname(page), asked);
      addresses.push([address, address.replace(/\?.*/, "")]);
    }
  }
  // What is below `api/` JupyterLite's service worker leaves to the network.
  const own = [...contents.keys()].filter((file) => !/^api\/|^LICENSES|^service-worker/.test(file));
  const all = [...addresses, ...own.map((file) => [file, file])];
  return Object.fromEntries(all.map(([address, file]) => [address, contents.get(file)!]));
}

async function kernelExtension(
  course: Course,
  assignments: readonly Assignment[],
  { notebooks, locale }: Pick<SiteOptions, "notebooks" | "locale">,
): Promise<LiteExtension> {
  const modules = [...new Set(assignments.flatMap((assignment) => assignment.modules ?? []))];
  const library = new Map(compileLibrary(course, assignments).map((file) => [file.path, file.content]));
  const [compiler, engine, page] = await Promise.all([
    bundleCompiler(),
    bundleEngine(course, assignments, modules, locale),
    bundlePage(),
  ]);
  const files = {
    compiler: hashed("compiler.js", compiler),
    engine: hashed("engine.js", engine),
    page: hashed("page.js", page),
    declarations: hashed(
      "declarations.json",
      JSON.stringify(declarations(modules, (file) => library.get(`dist/${file}`), locale)),
    ),
    digits: Array.from({ length: 10 }, (_, digit) => hashed(`digit-${digit}.bin`, digitFile(digit))),
  };
  const options: SiteOptions = {
    root: path.posix.relative(staticFolder, "").concat("/"),
    addresses: {
      compiler: files.compiler.path,
      engine: files.engine.path,
      files: files.declarations.path,
      digits: files.digits.map((file) => file.path),
    },
    versions: {
      nablab: versionIn("package.json"),
      typescript: versionIn("node_modules/typescript/package.json"),
      platform: inLanguage(locale, () => site.browser),
    },
    locale,
    notebooks,
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
