import type { SyntaxNode } from "@lezer/common";
import { literal } from "./literal";
import { childrenOf, nodesOf, type PythonCode, textOf } from "./PythonCode";

/**
 * The arguments, in TypeScript, of those calls of a function whose arguments are literals or arrays of literals: `[1,
 * 2]` for `f(1, 2)`, `[np.array([1, 2])]` for `f(np.array([1, 2]))`. Without repeats, in the order of the text.
 */
export function literalCalls(code: PythonCode, name: string): string[] {
  const calls = nodesOf(code.top, "CallExpression").filter((call) => {
    return call.firstChild?.name === "VariableName" && textOf(code, call.firstChild) === name;
  });
  return [...new Set(calls.flatMap((call) => argumentsOf(code, call) ?? []))];
}

function argumentsOf(code: PythonCode, call: SyntaxNode): string | null {
  const list = call.getChild("ArgList");
  // Keyword arguments, `*` and generators contain more than values and commas.
  const values = list ? childrenOf(list).filter(({ name }) => !/^[(),]$/.test(name)) : [];
  const translated = values.map((value) => literal(code, value) ?? arrayOf(code, value));
  return list === null || translated.includes(null) ? null : `[${translated.join(", ")}]`;
}

function arrayOf(code: PythonCode, node: SyntaxNode): string | null {
  const called = node.name === "CallExpression" && node.firstChild ? textOf(code, node.firstChild) : "";
  const values = node.getChild("ArgList") ? childrenOf(node.getChild("ArgList") as SyntaxNode) : [];
  if (!/^(np|numpy)\.(array|asarray)$/.test(called) || values.length !== 3) return null;
  const value = literal(code, values[1]);
  return value?.startsWith("[") ? `np.array(${value})` : null;
}
