import type { Assignment } from "../../../src/check/contract";
import { cachedList } from "../../../src/lite/SiteOptions";
import type { Locale } from "../../../src/words/locale";
import type { Course } from "../../course/Course";
import { languagePacks } from "../../course/languagePacks";
import { titleIn } from "../../course/titleIn";
import type { Tongue } from "../../engine/Tongue";
import type { ReleasedBytes, ReleasedFile } from "../ReleasedFile";
import { buildLite } from "./buildLite";
import { figureExtension } from "./figureExtension";
import { filesToCache } from "./filesToCache";
import { indexPage } from "./indexPage";
import { kernelExtension } from "./kernelExtension";
import { licences } from "./licences";
import { listingName, notebookFiles } from "./notebookFiles";
import { translationFiles } from "./translationFiles";

type SiteFile = ReleasedFile | ReleasedBytes;

/** In the place of the pages' own icons, each of which weighs as much as all else that a page shows. */
const iconFile = "icon-120x120.png";
const icons = [
  "lab/favicon.ico",
  "notebooks/favicon.ico",
  "static/favicons/favicon-notebook.ico",
  "static/favicons/favicon-busy-1.ico",
];

/** What may be chosen. */
export interface SiteSettings {
  /** What the assignments say in the site's language, in their order, if that is not English. */
  tongues?: readonly Tongue[];
  /** The address of the pages to which learners hand in directly. */
  handInTo?: string;
}

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
  { tongues = [], handInTo }: SiteSettings = {},
): Promise<SiteFile[]> {
  const locale: Locale = tongues.at(0)?.locale ?? "en";
  const notebooks = await notebookFiles(course, assignments, locale);
  const translation = locale === "en" ? [] : translationFiles(python, locale);
  const kernel = await kernelExtension(course, assignments, { notebooks: notebooks.served, locale, handInTo });
  const lite = buildLite(python, [kernel, figureExtension()], {
    config: {
      appName: titleIn(course, locale),
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
    { path: "index.html", content: indexPage(titleIn(course, locale), assignments, tongues) },
    { path: "LICENSES.txt", content: licences() },
  ];
  return [...files, { path: cachedList, content: JSON.stringify(filesToCache(files, notebooks.served)) }];
}
