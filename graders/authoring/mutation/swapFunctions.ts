import type { Mutator } from "./Mutator";
import { libraryCall } from "./npCall";

const swaps: Readonly<Record<string, string[]>> = {
  add: ["subtract"],
  subtract: ["add"],
  multiply: ["divide", "add"],
  divide: ["multiply"],
  dot: ["multiply"],
  sum: ["mean"],
  mean: ["sum"],
  std: ["var"],
  max: ["min"],
  min: ["max"],
  maximum: ["minimum"],
  minimum: ["maximum"],
  greater: ["greaterEqual", "less"],
  greaterEqual: ["greater", "less"],
  less: ["lessEqual", "greater"],
  lessEqual: ["less", "greater"],
  equal: ["notEqual"],
  floor: ["ceil", "round"],
  ceil: ["floor"],
  zeros: ["ones"],
  ones: ["zeros"],
  zerosLike: ["onesLike"],
  onesLike: ["zerosLike"],
  exp: ["expm1"],
  log: ["log1p"],
  sqrt: ["square"],
  square: ["abs"],
  tanh: ["sin"],
  "random.randn": ["random.rand"],
  "random.rand": ["random.randn"],
};

/** A different function: `np.mean` for `np.sum`, `np.greaterEqual` for `np.greater`. */
export const swapFunctions: Mutator = (node) => {
  const call = libraryCall(node);
  if (!call) return [];
  const library = call.callee.getText().split(".")[0];
  const known = library === "Math" ? (swaps[call.name] ?? []).filter((name) => name in Math) : (swaps[call.name] ?? []);
  return known.map((name) => ({ kind: "function", node: call.callee, text: `${library}.${name}` }));
};
