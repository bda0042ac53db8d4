import type { Course } from "../course/Course";
import { jsonText, readJson } from "./json";
import { packagesIn } from "./packagesIn";
import { type Lock, type LockedPackage, pruneLock } from "./pruneLock";
import type { ReleasedFile } from "./ReleasedFile";
import { readLock } from "./readLock";

const folder = "graders/gradescope/image";

/**
 * What the autograder's image installs, in the repository's versions: Node itself, for the image's processor, and the
 * packages that the grader needs.
 */
export function imageManifests(course: Course, grader: string): ReleasedFile[] {
  const image = readJson(`${folder}/package.json`) as LockedPackage & {
    name: string;
    version: string;
    license: string;
  };
  const { dependencies: versions } = readJson("package.json") as { dependencies: Record<string, string> };
  const dependencies = Object.fromEntries(packagesIn([grader]).map((name) => [name, versions[name]]));
  const own = readLock(course);
  const runtimes = readJson(`${folder}/package-lock.json`) as Lock;
  const { name, version, license, optionalDependencies } = image;
  const lock = pruneLock(
    { ...own, packages: { ...own.packages, ...runtimes.packages } },
    { name, version, license, dependencies, optionalDependencies },
    {},
  );
  return [
    { path: "package.json", content: jsonText({ ...image, dependencies }) },
    { path: "package-lock.json", content: jsonText(lock) },
  ];
}
