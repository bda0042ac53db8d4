import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, type StdinOptions } from "esbuild";
import { root } from "../../src/builder/folderOf";
import { writeWhole } from "./writeWhole";

const cacheFolder = join(root, "node_modules/.cache/nablab");

/**
 * Builds the sandbox's only file: the child process with, as text inside it, what each learner's realm starts with.
 * It is named after its content, so that an old build is never taken for a new one.
 */
export async function bundleSandbox(): Promise<string> {
  const realm = await bundleText(join(__dirname, "realm/main.ts"), {
    format: "iife",
    globalName: "realm",
    platform: "neutral",
  });
  const child = await bundleText(join(__dirname, "child/main.ts"), {
    format: "cjs",
    platform: "node",
    define: { REALM_SOURCE: JSON.stringify(`(() => {"use strict";${realm};return realm.createRealm;})()`) },
  });
  return saveBundle("sandbox", `"use strict";${child}`);
}

/**
 * Builds the process that answers for stand-ins: it holds the reference solution, and never any code of a submission.
 *
 * @param solution path of an assignment's `staff/solution.ts`
 */
export async function bundleReferee(solution: string): Promise<string> {
  const contents = `
    import * as solution from ${JSON.stringify(solution)};
    import { serveReferee } from ${JSON.stringify(join(__dirname, "referee/serveReferee.ts"))};
    serveReferee(solution);`;
  const text = await bundleText({ contents, resolveDir: root, loader: "ts" }, { format: "cjs", platform: "node" });
  return saveBundle("referee", `"use strict";${text}`);
}

/** Builds the process that starts the others, see Launcher.ts. */
export async function bundleLauncher(): Promise<string> {
  const text = await bundleText(join(__dirname, "launcher/main.ts"), { format: "cjs", platform: "node" });
  return saveBundle("launcher", text);
}

type BundleOptions = Pick<Parameters<typeof build>[0], "format" | "globalName" | "platform" | "define">;

async function bundleText(entry: string | StdinOptions, options: BundleOptions): Promise<string> {
  const { outputFiles } = await build({
    ...options,
    ...(typeof entry === "string" ? { entryPoints: [entry] } : { stdin: entry }),
    // Else the text would name its sources as seen from where the command was started.
    absWorkingDir: root,
    bundle: true,
    write: false,
    target: "node26",
    logLevel: "silent",
  });
  return outputFiles[0].text;
}

function saveBundle(name: string, text: string): string {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const path = join(cacheFolder, `${name}-${hash}.js`);
  if (!existsSync(path)) writeWhole(path, text);
  return path;
}
