import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../course/folderOf";

/**
 * A single JavaScript file for the pinned Node, made from TypeScript that may import anything in the repository. npm
 * packages are not bundled.
 *
 * @param contents imports are relative to the repository's root
 */
export async function bundleProgram(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, sourcefile: "program.ts", loader: "ts" },
    absWorkingDir: root,
    bundle: true,
    // The name by which other courses import the library.
    alias: { nablab: join(root, "src") },
    write: false,
    format: "cjs",
    platform: "node",
    target: "node26",
    packages: "external",
    logLevel: "silent",
  });
  return outputFiles[0].text;
}
