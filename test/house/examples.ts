import ts from "typescript";
import { NDArray, np, RandomState } from "../../src";

/** A line of an example with its promised result: `np.add(1, 2); // 3`. */
export interface Shown {
  code: string;
  promised: string;
  given: string;
}

const result = /^(.+); \/\/ (.+)$/;

/** Runs an example; returns, for each line with a comment, the promised and the actual result. */
export function runExample(example: string): Shown[] {
  const shown: Shown[] = [];
  const record = (code: string, promised: string, work: () => unknown): void => {
    shown.push({ code, promised, given: attempt(work) });
  };
  const lines = example.split("\n").map((line) => {
    const [, code, promised] = result.exec(line) ?? [];
    if (code === undefined) return line;
    return `record(${JSON.stringify(code)}, ${JSON.stringify(promised)}, () => (${code}));`;
  });
  const { outputText } = ts.transpileModule(lines.join("\n"), { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  new Function("np", "NDArray", "RandomState", "record", outputText)(np, NDArray, RandomState, record);
  return shown;
}

function attempt(work: () => unknown): string {
  try {
    return show(work());
  } catch (error) {
    return String(error);
  }
}

/** Formats arrays as NumPy prints them, but on one line, and everything else as JavaScript writes it. */
function show(value: unknown): string {
  if (value instanceof NDArray) return String(value).replace(/\s+/g, " ").replace(/\[ /g, "[").replace(/ \]/g, "]");
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (value instanceof Float64Array) return `Float64Array [${value.join(", ")}]`;
  return String(value);
}
