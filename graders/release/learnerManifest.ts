import type { NotebookKernel } from "../authoring/notebook/Kernel";
import type { Course } from "../course/Course";
import { jsonText, readJson } from "./json";
import { packagesIn } from "./packagesIn";
import { packagesInNotebook } from "./packagesInNotebook";
import { type LockedPackage, pruneLock } from "./pruneLock";
import type { ReleasedFile } from "./ReleasedFile";
import { readLock } from "./readLock";

/** Needed in addition to what programs import by name: the runtime, its types, and files that are found by path. */
const alsoNeeded = ["@types/node", "dejavu-fonts-ttf", "fflate", "h5wasm", "node", "plotly.js-dist-min"];

/**
 * The npm files of a learners' release: `package.json` and the lock file, with the repository's versions.
 *
 * @param course its lock file says which versions are installed
 * @param programs the compiled programs, which show what packages they need
 * @param lessons the notebooks, which show this too
 * @param kernel what the notebooks run on; tslab offers them a module of its name
 */
export function learnerManifests(
  course: Course,
  programs: readonly string[],
  lessons: readonly string[],
  kernel: NotebookKernel = "nablab",
): ReleasedFile[] {
  const own = readJson("package.json") as OwnManifest;
  const imported = lessons.flatMap(packagesInNotebook).filter((name) => name !== kernel);
  const needed = [...packagesIn(programs), ...imported, ...alsoNeeded];
  const manifest = manifestFrom({ ...own, description: course.title }, needed, kernel);
  const notebooks = notebooksManifest([own.name, ...imported]);
  const { name, version, license, workspaces, dependencies, bin, engines } = manifest;
  const lock = pruneLock(
    readLock(course),
    { name, version, license, workspaces, dependencies, bin, engines },
    {
      notebooks: {
        name: notebooks.name,
        version: notebooks.version,
        license: notebooks.license,
        dependencies: notebooks.dependencies,
      },
      [`node_modules/${name}`]: { resolved: "", link: true },
      [`node_modules/${notebooks.name}`]: { resolved: "notebooks", link: true },
    },
  );
  return [
    { path: "package.json", content: jsonText(manifest) },
    { path: "package-lock.json", content: jsonText(lock) },
    { path: "notebooks/package.json", content: jsonText(notebooks) },
  ];
}

/** The manifest of the notebooks' workspace, without what only the notebooks of other assignments need. */
function notebooksManifest(needed: readonly string[]): LockedPackage & { name: string } {
  const manifest = readJson("notebooks/package.json") as LockedPackage & { name: string };
  const kept = Object.entries(manifest.dependencies ?? {}).filter(([name]) => needed.includes(name));
  return { ...manifest, dependencies: Object.fromEntries(kept) };
}

interface OwnManifest {
  name: string;
  version: string;
  description: string;
  license: string;
  main: string;
  types: string;
  exports: Record<string, unknown>;
  typesVersions: unknown;
  workspaces: string[];
  engines: Record<string, string>;
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
}

function manifestFrom(
  { allowScripts, dependencies, ...own }: OwnManifest,
  needed: readonly string[],
  kernel: NotebookKernel,
) {
  const { name, version, description, license, main, types, typesVersions, workspaces, engines } = own;
  // Those of the sources are for staff.
  const isBuilt = (target: unknown): boolean => !JSON.stringify(target).includes("./src/");
  const exports = Object.fromEntries(Object.entries(own.exports).filter(([, target]) => isBuilt(target)));
  const kept = (all: Record<string, unknown>) => Object.entries(all).filter(([key]) => needed.includes(key));
  return {
    name,
    version,
    description,
    license,
    private: true,
    type: "commonjs",
    main,
    types,
    exports,
    typesVersions,
    bin: { nablab: "dist/cli/nablab.js" },
    workspaces,
    engines,
    allowScripts: Object.fromEntries(kept(allowScripts)),
    scripts: {
      setup: "node dist/cli/setup.js",
      // Whoever has tslab has a Jupyter of their own, where it is installed.
      ...(kernel === "nablab" ? { prestart: "npm run --silent setup", start: "nablab lab" } : {}),
    },
    dependencies: Object.fromEntries(kept(dependencies)) as Record<string, string>,
  };
}
