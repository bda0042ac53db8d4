import { build } from "esbuild";
import type { Assignment } from "../../src/check/contract";
import { root } from "../course/folderOf";
import { registryOf } from "./registryOf";

/**
 * One file of JavaScript for the pinned Node, from TypeScript that may import anything of the repository; npm packages
 * stay outside. It knows these assignments only.
 *
 * @param contents imports are relative to the repository's root
 */
export async function bundleProgram(contents: string, assignments: readonly Assignment[]): Promise<string> {
  const registry = registryOf(assignments);
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, sourcefile: "program.ts", loader: "ts" },
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node26",
    packages: "external",
    logLevel: "silent",
    plugins: [
      {
        name: "registry",
        setup({ onLoad }) {
          onLoad({ filter: /[\\/]assignments[\\/]index\.ts$/ }, ({ path }) =>
            path === registry.path ? { contents: registry.source, loader: "ts" } : undefined,
          );
        },
      },
    ],
  });
  return outputFiles[0].text;
}
