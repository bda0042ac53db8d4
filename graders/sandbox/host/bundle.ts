import { join, relative } from "node:path";
import type { BuildOptions } from "esbuild";
import { root } from "../../course/folderOf";
import { type Bundle, bundleOnce } from "./bundleOnce";

/**
 * Builds the sandbox's only file: the child process, containing as text the code that starts each learner's realm.
 *
 * @param main the process's first file; tests use another one, with a way in
 */
export function bundleSandbox(main = join(__dirname, "../child/main.ts")): Promise<string> {
  return bundleOnce("sandbox", relative(root, main), async () => {
    const realm = await bundleText({
      entryPoints: [join(__dirname, "../realm/main.ts")],
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
    const child = await bundleText({
      entryPoints: [main],
      ...forNode,
      define: { REALM_SOURCE: JSON.stringify(`(() => {"use strict";${realm.text};return realm.createRealm;})()`) },
    });
    return { text: `"use strict";${child.text}`, sources: [...realm.sources, ...child.sources] };
  });
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
