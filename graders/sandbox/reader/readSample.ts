import type { Question } from "../../extract/Reading";
import { replyAbout } from "./replyAbout";

/** What most submissions are made of, each thing once. */
const source = `import { np, type NDArray } from "nablab";
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
const cells = [
  { cell_type: "markdown", metadata: {}, source: ["# A sample"] },
  { cell_type: "code", execution_count: 1, metadata: {}, outputs: [], source: source.split(/(?<=\n)/) },
];
const notebook = { nbformat: 4, nbformat_minor: 5, metadata: { nablab: { assignment: "sample" } }, cells };
const question: Question = { about: "code", extension: ".ipynb", graded: ["model", "Stack"], ruled: ["model"] };

/**
 * Reads one of our files, so that the parts of the compiler that most files need get compiled.
 *
 * @throws Error when it cannot be read
 */
export function readSample(): void {
  const { kind, text } = replyAbout(JSON.stringify(question), Buffer.from(JSON.stringify(notebook)));
  if (kind !== "outcome") throw new Error(`the reader cannot read: ${text}`);
}
