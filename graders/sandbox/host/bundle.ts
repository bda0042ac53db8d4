import { join, relative } from "node:path";
import type { BuildOptions } from "esbuild";
import type { LibraryModule } from "../../../src/check/contract";
import { root } from "../../course/folderOf";
import { type Bundle, bundleOnce } from "./bundleOnce";

/**
 * Builds the sandbox's only file: the child process, containing as text the code that starts each learner's realm.
 *
 * @param modules what programs may import besides the library; it is in the file only for those who need it
 * @param main the process's first file; tests use another one, with a way in
 */
export function bundleSandbox(
  modules: readonly LibraryModule[] = [],
  main = join(__dirname, "../child/main.ts"),
): Promise<string> {
  return bundleOnce("sandbox", [relative(root, main), ...modules].join(" "), async () => {
    const realm = await bundleForRealm("main", "createRealm");
    const added = modules.length > 0 ? await bundleForRealm("tensorflow", "modules") : { text: "", sources: [] };
    const child = await bundleText({
      entryPoints: [main],
      ...forNode,
      define: { REALM_SOURCE: JSON.stringify(realm.text), MODULES_SOURCE: JSON.stringify(added.text) },
    });
    return { text: `"use strict";${child.text}`, sources: [...realm.sources, ...added.sources, ...child.sources] };
  });
}

/** Code for a learner's realm, as an expression with the value of one of its exports. */
async function bundleForRealm(file: string, name: string): Promise<Bundle> {
  const { text, sources } = await bundleText({
    entryPoints: [join(__dirname, `../realm/${file}.ts`)],
    format: "iife",
    globalName: "realm",
    platform: "neutral",
    mainFields: ["main"],
    // The library looks for these to be faster. Here it does without: compiling WebAssembly for each function takes
    // longer than it saves, and the realm's own Buffer is slower than a plain array.
    define: { WebAssembly: "undefined", Buffer: "undefined", SharedArrayBuffer: "undefined" },
    minifySyntax: true,
    minifyWhitespace: true,
  });
  return { text: `(() => {"use strict";${text};return realm.${name};})()`, sources };
}

/**
 * Builds the process that answers for stand-ins: it holds the reference solution, and never a submission's code.
 *
 * @param solution path of an assignment's `staff/solution.ts`
 */
export function bundleReferee(solution: string): Promise<string> {
  return bundleOnce("referee", solution, async () => {
    const contents = `
    import * as solution from ${JSON.stringify(solution)};
    import { serveReferee } from ${JSON.stringify(join(__dirname, "../referee/serveReferee.ts"))};
    serveReferee(solution);`;
    const bundle = await bundleText({ stdin: { contents, resolveDir: root, loader: "ts" }, ...forNode });
    return { ...bundle, text: `"use strict";${bundle.text}` };
  });
}

/** Builds the process that starts the others, see Launcher.ts. */
export function bundleLauncher(): Promise<string> {
  return bundleOnce("launcher", "", () =>
    bundleText({ entryPoints: [join(__dirname, "../launcher/main.ts")], ...forNode }),
  );
}

/** Builds the reader's only file, which includes the compiler. */
export function bundleReader(): Promise<string> {
  return bundleOnce("reader", "", async () => {
    const bundle = await bundleText({
      entryPoints: [join(__dirname, "../reader/main.ts")],
      ...forNode,
      minify: true,
      // Keeps the compiler from looking for its own files or anything else in Node.
      define: { "process.browser": "true" },
    });
    return { ...bundle, text: `"use strict";${bundle.text}` };
  });
}

/** Builds the worker thread that compares what readers have read of submissions; it runs and parses none of it. */
export function bundleComparer(): Promise<string> {
  return bundleOnce("comparer", "", () =>
    bundleText({ entryPoints: [join(__dirname, "../../gradebook/similar/worker.ts")], ...forNode }),
  );
}

const forNode: BuildOptions = { format: "cjs", platform: "node", external: ["internal/*"] };

/** What each bundle depends on besides its imports: this file's options, TypeScript's, and the version of esbuild. */
const settings = [relative(root, __filename), "tsconfig.json", "package-lock.json"];

async function bundleText(options: BuildOptions): Promise<Bundle> {
  // Not imported at the top: most starts do not need it.
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    ...options,
    // Otherwise paths in the text would depend on the folder in which the command was started.
    absWorkingDir: root,
    bundle: true,
    // Courses outside this repository import the library under this name.
    alias: { nablab: join(root, "src") },
    write: false,
    metafile: true,
    target: "node26",
    logLevel: "silent",
  });
  const imported = Object.keys(metafile.inputs).filter((source) => source !== "<stdin>");
  return { text: outputFiles[0].text, sources: [...settings, ...imported] };
}
