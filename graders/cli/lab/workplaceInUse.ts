import { words } from "../../../src/words/words";
import { root as packageRoot } from "../../course/folderOf";
import { courseFolder, courseInUse } from "../courseInUse";
import { buildWhenStale } from "./buildWhenStale";
import { compileWhenStale } from "./compileWhenStale";
import type { Workplace } from "./Workplace";

/** The folder of the course that the command works on. */
export function workplaceInUse(): Workplace {
  const root = courseFolder();
  const isOwn = root === packageRoot;
  return {
    root,
    build: async () => (isOwn ? buildWhenStale() : compileWhenStale(await courseInUse())),
    withoutPython: isOwn ? words.lab.withoutPython : undefined,
  };
}
