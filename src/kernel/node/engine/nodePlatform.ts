import path from "node:path";
import { inspect } from "node:util";
import vm from "node:vm";
import type { Platform } from "../../engine/Platform";
import { runInCell } from "./currentCell";
import { importMeta } from "./modules/importMeta";
import { localModules } from "./modules/moduleHooks";
import { readSourceMap } from "./readSourceMap";
import { sendMessage } from "./sendMessage";
import { nextTurn } from "./turns";

/** Cells that run in this process, as if they were in a file in `directory`. */
export function nodePlatform(directory: string): Platform {
  const filename = path.join(directory, "cell.cjs");
  // Each time: a cell may have written the file itself.
  const load = (id: string) => {
    localModules.forgetChanged();
    return localModules.require(id, filename);
  };
  return {
    inspect: (value) => inspect(value),
    readSourceMap,
    evaluate: (script, file) =>
      vm.runInThisContext(script, {
        filename: file,
        // For `import` in code that a cell evaluates itself.
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      }),
    require: Object.assign(load, localModules.packagesOf(filename).nodeRequire),
    import: (name) => {
      localModules.forgetChanged();
      return localModules.import(name, filename);
    },
    prepareImports: (names) => {
      localModules.forgetChanged();
      return localModules.prepare(names, filename);
    },
    filename,
    dirname: directory,
    meta: importMeta(filename),
    runInCell,
    nextTurn: (callback) => void nextTurn(callback),
    send: sendMessage,
  };
}
