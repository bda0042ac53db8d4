// Bundles TensorFlow.js, with what runs it on the processor, into tensorflow.ts (`npm run build:tf`). A module of text
// works the same in Node, in the grader's sandbox and in a browser's bundle, and learners need none of its packages.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const folder = import.meta.dirname;
const { resolve } = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(resolve("@tensorflow/tfjs-core/package.json"), "utf8"));

export async function bundled() {
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, "entry.mjs")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "bundle",
    platform: "browser",
    mainFields: ["module", "main"],
    target: "es2022",
    minify: true,
    legalComments: "none",
    charset: "utf8",
    // Its state would be a property of the global object, which all copies of the library share and everybody reaches.
    banner: { js: "const ownGlobal={};" },
    define: {
      window: "ownGlobal",
      global: "ownGlobal",
      self: "ownGlobal",
      process: "undefined",
      navigator: "undefined",
      document: "undefined",
      WorkerGlobalScope: "undefined",
      WebAssembly: "undefined",
    },
    logLevel: "error",
  });
  return `// Made by build.mjs (\`npm run build:tf\`) from TensorFlow.js ${version}.
// Copyright Google LLC. Licensed under the Apache License, Version 2.0, see LICENSE.txt beside this file.
// @ts-nocheck

export const library: any = (() => {
"use strict";
${outputFiles[0].text.trim()}
return bundle;
})();
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(folder, "tensorflow.ts"), await bundled());
}
