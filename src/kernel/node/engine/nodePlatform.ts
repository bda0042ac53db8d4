import { createRequire } from "node:module";
import path from "node:path";
import { inspect } from "node:util";
import vm from "node:vm";
import type { Platform } from "../../engine/Platform";
import { runInCell } from "./currentCell";
import { forgetChangedFiles } from "./loadLocalTypeScript";
import { readSourceMap } from "./readSourceMap";
import { sendMessage } from "./sendMessage";

/** Node's own, even if guards or cells replace it. */
const nextTurn = setImmediate;

/** Cells that run in this process, as if they were in a file in `directory`. */
export function nodePlatform(directory: string): Platform {
  const filename = path.join(directory, "cell.cjs");
  return {
    inspect: (value) => inspect(value),
    readSourceMap,
    evaluate: (script, file) =>
      vm.runInThisContext(script, {
        filename: file,
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      }),
    require: createRequire(filename),
    filename,
    dirname: directory,
    forgetChangedFiles,
    runInCell,
    nextTurn: (callback) => void nextTurn(callback),
    send: sendMessage,
  };
}
