import { join } from "node:path";
import type { Course } from "./Course";
import { root as packageRoot } from "./folderOf";

/** Where a course keeps things: nablab's own has its assignments in `src/`, every other course at the top. */
export function courseFolders(root: string): Pick<Course, "root" | "folder" | "notebooks"> {
  const folder = join(root, root === packageRoot ? "src/assignments" : "assignments");
  return { root, folder, notebooks: join(root, "notebooks") };
}
