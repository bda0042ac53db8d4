// Compiles what is in assembly/ to WebAssembly and writes the binaries, in base64, to binaries.ts (`npm run build:wasm`).
// Base64 in a module works the same in Node, in the grader's sandbox and in a browser's bundle.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";
import binaryen from "assemblyscript/binaryen";

const folder = import.meta.dirname;

async function compile(file, features, memory) {
  const source = path.join("assembly", file);
  const options = ["--baseDir", folder, "-O3", "--runtime", "stub", "--noAssert", ...memory, "--outFile", "out.wasm"];
  let binary;
  const { error, stderr } = await asc.main([source, ...options, ...features.flatMap((name) => ["--enable", name])], {
    writeFile: (_name, contents) => {
      binary = contents;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return Buffer.from(binary).toString("base64");
}

function assemble(file, features) {
  const module = binaryen.parseText(readFileSync(path.join(folder, "assembly", file), "utf8"));
  module.setFeatures(features);
  if (!module.validate()) throw new Error(`${file} is not valid`);
  return Buffer.from(module.emitBinary()).toString("base64");
}

export async function binaries() {
  const plain = await compile("gemm.ts", ["simd"], ["--importMemory"]);
  const relaxed = await compile("gemm.ts", ["simd", "relaxed-simd"], ["--importMemory"]);
  const elementary = await compile("elementary.ts", ["simd"], ["--initialMemory", "1"]);
  const dot = assemble("dot.wat", binaryen.Features.SIMD128 | binaryen.Features.MultiMemory);
  return `// Generated from assembly/ by build.mjs (\`npm run build:wasm\`).

/** The matrix product; needs WebAssembly SIMD. */
export const plain =
  "${plain}";

/** The matrix product with relaxed SIMD: fused multiply-add where the processor has it, so the last bit may differ between processors. */
export const relaxed =
  "${relaxed}";

/** exp, log and tanh; needs WebAssembly SIMD. */
export const elementary =
  "${elementary}";

/** The inner product of two resident arrays; needs WebAssembly SIMD and several memories. */
export const dot =
  "${dot}";
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(folder, "binaries.ts"), await binaries());
}
