import { globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../../src/kernel/node/places/makeFolder";
import { words } from "../../../src/words/words";
import type { Course } from "../../course/Course";
import { root as packageRoot } from "../../course/folderOf";
import { UsageError } from "../UsageError";
import { isWritable } from "./isWritable";

/** Records what `dist/` was made from; written last. */
const stampName = "dist/.nablab";

/**
 * Makes the `dist/` of a course other than nablab's own: the library with that course's assignments, as learners get
 * it. The kernel there runs the course's notebooks.
 *
 * @throws UsageError where it cannot be written
 */
export async function compileWhenStale(course: Course): Promise<void> {
  const stamp = join(course.root, stampName);
  const wanted = stampOf(course);
  if (textAt(stamp) === wanted) return;
  if (!isWritable(course.root)) throw new UsageError(words.lab.staleCourse(course.root));
  // Standard error, as a program may be reading standard output.
  console.error(`nablab: ${words.lab.building}`);
  const { compileLibrary } = await import("../../release/compileLibrary");
  rmSync(join(course.root, "dist"), { recursive: true, force: true });
  for (const { path, content } of compileLibrary(course, course.assignments)) {
    makeFolder(dirname(join(course.root, path)));
    writeFileSync(join(course.root, path), content);
  }
  writeFileSync(stamp, wanted);
}

/** Changes whenever an assignment's file that learners get changes, or the package is installed again. */
function stampOf({ folder }: Course): string {
  const files = globSync("*/**/*.{ts,json}", { cwd: folder })
    .filter((file) => !/^[^\\/]+[\\/](staff[\\/]|notebook\.ts$)/.test(file))
    .sort();
  const times = files.map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}\n`);
  return `${packageRoot} ${statSync(join(packageRoot, "package.json")).ctimeMs}\n${times.join("")}`;
}

function textAt(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
