import { distinctNames } from "../names";
import type { Parameter, PythonFunction } from "../python/PythonFunction";

/** A parameter in TypeScript. */
interface Translated {
  name: string;
  /** From the annotation or the default, if they tell; else `Value`. */
  type: string;
  /** The default's text; null if there is none. */
  fallback: string | null;
  rest: boolean;
}

const types: Readonly<Record<string, string>> = {
  int: "number",
  float: "number",
  bool: "boolean",
  str: "string",
  "np.ndarray": "NDArray",
  "numpy.ndarray": "NDArray",
  ndarray: "NDArray",
  "np.array": "NDArray",
};

/** Keyword arguments become positional, and the rest parameter comes last, as TypeScript requires. */
function translate(parameters: readonly Parameter[]): Translated[] {
  const names = distinctNames(parameters.map(({ name }) => name));
  const translated = parameters.map((parameter, i) => translateOne(parameter, names[i]));
  return [...translated.filter(({ rest }) => !rest), ...translated.filter(({ rest }) => rest).slice(0, 1)];
}

function translateOne({ kind, annotation, fallback, literal }: Parameter, name: string): Translated {
  if (kind === "rest") return { name, type: "Value[]", fallback: null, rest: true };
  if (kind === "keywords") return { name, type: "Value", fallback: "{}", rest: false };
  const annotated = annotation === null ? undefined : types[annotation];
  if (fallback === null) return { name, type: annotated ?? "Value", fallback: null, rest: false };
  // A default that is not a literal has to be written by hand; `Value` accepts anything.
  if (literal === null) return { name, type: "Value", fallback: "undefined", rest: false };
  return { name, type: typeOfLiteral(literal), fallback: literal, rest: false };
}

function typeOfLiteral(literal: string): string {
  if (literal === "true" || literal === "false") return "boolean";
  if (literal.startsWith('"')) return "string";
  return /^-?[\d.]/.test(literal) ? "number" : "Value";
}

function resultOf({ returns, isAsync }: PythonFunction): string {
  const type = (returns !== null && types[returns]) || "Value";
  return isAsync ? `Promise<${type}>` : type;
}

/** `export function f(a: Value, n = 3): Value {`, on several lines if it is long. */
export function declaration(name: string, python: PythonFunction): string {
  const parameters = translate(python.parameters).map(({ name, type, fallback, rest }) => {
    if (rest) return `...${name}: ${type}`;
    if (fallback === null) return `${name}: ${type}`;
    return type === "Value" ? `${name}: Value = ${fallback}` : `${name} = ${fallback}`;
  });
  const head = `export ${python.isAsync ? "async " : ""}function ${name}`;
  return wrap(`${head}(`, parameters, `): ${resultOf(python)} {`, "", !parameters.at(-1)?.startsWith("..."));
}

/** On one line, or one item per line if that exceeds 120 characters. */
export function wrap(before: string, items: readonly string[], after: string, indent: string, comma = true): string {
  const line = `${before}${items.join(", ")}${after}`;
  if (line.length <= 120) return line;
  return `${before}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}${comma ? "," : ""}\n${indent}${after}`;
}
