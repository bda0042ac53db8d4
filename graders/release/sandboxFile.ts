import type { LibraryModule } from "../../src/check/contract";

/** The file of the sandbox in a learners' release: another one for those assignments whose code may import modules. */
export function sandboxFile(modules: readonly LibraryModule[] = []): string {
  return ["sandbox", ...modules.map((module) => module.replace("nablab/", ""))].join("-") + ".js";
}
