import { inspect } from "node-inspect-extracted";
import type { Platform } from "../../engine/Platform";
import { notebookFolder } from "../compiler/memoryFiles";
import { refuseModule } from "../refuseModule";
import { runInCell } from "./currentCell";
import { evaluate } from "./evaluate";
import { readSourceMap } from "./readSourceMap";
import { nextTurn } from "./turns";

const filename = `${notebookFolder}/cell.cjs`;

/**
 * Cells that run in this worker.
 *
 * @param modules what they can import, by name
 */
export function browserPlatform(modules: Readonly<Record<string, () => object>>, send: Platform["send"]): Platform {
  const load = (id: string): object => {
    if (!Object.hasOwn(modules, id)) throw new Error(refuseModule(id));
    return modules[id]();
  };
  return {
    inspect: (value) => inspect(value),
    readSourceMap,
    evaluate,
    require: load,
    import: async (id) => load(id),
    prepareImports: () => undefined,
    meta: Object.assign(Object.create(null), { url: `file://${filename}` }),
    filename,
    dirname: notebookFolder,
    runInCell,
    nextTurn,
    send,
  };
}
