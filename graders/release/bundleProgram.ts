import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../course/folderOf";

/**
 * One file of JavaScript for the pinned Node, from TypeScript that may import anything of the repository; npm packages
 * stay outside.
 *
 * @param contents imports are relative to the repository's root
 */
export async function bundleProgram(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, sourcefile: "program.ts", loader: "ts" },
    absWorkingDir: root,
    bundle: true,
    // As a course of one's own names the library.
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
