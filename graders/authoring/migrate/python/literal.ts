import type { SyntaxNode } from "@lezer/common";
import { childrenOf, type PythonCode, textOf } from "./PythonCode";

/** The deepest nesting of lists: nothing deeper is meant as a parameter's default. */
const deepest = 10;

/** A Python literal as TypeScript writes it, e.g. `true` for `True`; null for anything but a plain literal. */
export function literal(code: PythonCode, node: SyntaxNode, depth = 0): string | null {
  const text = textOf(code, node);
  switch (node.name) {
    case "Number":
      return number(text);
    case "UnaryExpression":
      return /^[-+]/.test(text) && node.lastChild?.name === "Number" ? signed(text) : null;
    case "Boolean":
      return text.toLowerCase();
    case "None":
      return "null";
    case "String":
      return string(text);
    case "ArrayExpression":
    case "TupleExpression":
      return depth < deepest ? list(code, node, depth + 1) : null;
    case "DictionaryExpression":
      return childrenOf(node).length === 2 ? "{}" : null;
    default:
      return null;
  }
}

function number(text: string): string | null {
  const value = Number(text.replaceAll("_", ""));
  return Number.isFinite(value) ? String(value) : null;
}

function signed(text: string): string | null {
  const value = number(text.slice(1).trim());
  return value !== null && text.startsWith("-") ? `-${value}` : value;
}

/** Without prefixes and backslashes, which mean different things in the two languages. */
function string(text: string): string | null {
  const match = /^(?:'([^'\\\n]*)'|"([^"\\\n]*)")$/.exec(text);
  return match && JSON.stringify(match[1] ?? match[2]);
}

function list(code: PythonCode, node: SyntaxNode, depth: number): string | null {
  const items = childrenOf(node).filter(({ name }) => !/^[[\](),]$/.test(name));
  const literals = items.map((item) => literal(code, item, depth));
  return literals.includes(null) ? null : `[${literals.join(", ")}]`;
}
