import { isOurFile } from "../../places/ourFile";
import { writeOurFile } from "../../places/writeOurFile";
import type { Launch } from "../launcher/Launched";
import { codeCacheOf } from "../wire/codeCacheOf";
import { longRun, readingLimits } from "./ReaderPool";
import { SandboxProcess } from "./SandboxProcess";

/** What most submissions are made of, once: only code that has run is compiled. */
const sample = `import { np, type NDArray } from "nablab";
interface Layer { W: NDArray; b: NDArray }
type Params = Record<\`W\${number}\`, NDArray>;
enum Kind { Hidden = 1, Output }
const rate: number = 0.5, names = ["a", ...["b"]];
class Stack<T> { private items: T[] = []; constructor(readonly size = 3) {} push(item: T): void { this.items.push(item); } }
export function model(X: NDArray, { W, b }: Layer, rates?: number[]): { A: NDArray; cost: number } {
  let cost = 0;
  for (let i = 0; i < 10; i++) { if (i % 2 === 0 && X.shape[0] > 1) cost += i ** 2; else cost -= rates?.[i] ?? rate; }
  for (const name of names) { switch (name) { case "a": break; default: continue; } }
  try { while (cost > 1e3) cost /= 2; } catch (error) { throw new Error(\`cost \${cost}\`); }
  const A = np.add(np.dot(W, X), b!) as NDArray;
  return { A, cost: names.map((one) => one.length).reduce((sum, x) => sum + x, Kind.Hidden) };
}
`;
const question = { about: "code", extension: ".ts", graded: ["model", "Stack"], ruled: ["model"] };

/**
 * Keeps the compiler's own compiled code beside the readers' bundle, where each process finds it. It comes from a process
 * that has read nothing but ours.
 *
 * @throws Error when the reader does not start, or the file cannot be written
 */
export async function cacheParser(bundle: string, launch?: Launch): Promise<void> {
  if (isOurFile(codeCacheOf(bundle))) return;
  const reader = await SandboxProcess.start(bundle, readingLimits, launch, { options: longRun });
  try {
    const read = await reader.askAbout(Buffer.from(sample), JSON.stringify(question));
    const answer = await reader.ask({ kind: "code", text: "" });
    if (read.kind !== "outcome" || answer.kind !== "code") {
      throw new Error(`the reader cannot read: ${JSON.stringify([read, answer.kind])}`);
    }
    writeOurFile(codeCacheOf(bundle), Buffer.from(answer.text, "base64"));
  } finally {
    reader.end();
  }
}
