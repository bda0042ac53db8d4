import { describeGiven } from "./describeGiven";
import { ArgumentError } from "./errors";

/** For an argument that was left out, or is a variable without a value. */
export function missing(operation: string, name: string): ArgumentError {
  return new ArgumentError(`${operation}: ${name} is missing (undefined)`);
}

/** For something that is neither an array nor a list nor a number. */
export function notAnOperand(operation: string, name: string, given: unknown): ArgumentError {
  if (given === undefined) return missing(operation, name);
  const what = describeGiven(given);
  if (typeof given === "string") {
    return new ArgumentError(
      `${operation}: ${name} is ${what}. The operator + joins arrays as text; np.add(A, B) adds them`,
    );
  }
  return new ArgumentError(`${operation}: expected an array, a nested list or a number for ${name}, got ${what}`);
}

/**
 * For an axis that is not a number. Those who know NumPy write `{ axis: 1, keepdims: true }`; the message has the
 * arguments in their order instead.
 */
export function notAnAxis(operation: string, given: unknown): ArgumentError {
  if (isOptions(given)) return byPosition(operation, given, ["axis", "keepdims"]);
  const remedy = /^np\.(max|min)$/.test(operation) ? `; ${operation}imum(a, b) compares two arrays` : "";
  return new ArgumentError(`${operation}: expected a number for axis, got ${describeGiven(given)}${remedy}`);
}

/** For an object with names where `names` are expected one after the other. */
export function byPosition(operation: string, given: unknown, names: readonly string[]): ArgumentError {
  const options = given as Record<string, unknown>;
  const last = names.findLastIndex((name) => name in options);
  const values = names.slice(0, last + 1).map((name) => written(options[name]));
  const pairs = Object.keys(options).map((key) => `${key}: ${written(options[key])}`);
  const remedy = values.length > 0 ? `; write ${values.join(", ")} in place of { ${pairs.join(", ")} }` : "";
  return new ArgumentError(`${operation}: arguments have positions, not names${remedy}`);
}

export function notAShape(operation: string, given: unknown): ArgumentError {
  if (given === undefined) return missing(operation, "shape");
  return new ArgumentError(`${operation}: expected a shape such as [2, 3], got ${describeGiven(given)}`);
}

/** For `A.reshape([2, 3])` and `np.random.randn([2, 3])`, which take the lengths one by one. */
export function listOfLengths(operation: string, given: unknown): ArgumentError {
  const example = Array.isArray(given) ? `; write ${operation}(${given.join(", ")})` : "";
  return new ArgumentError(`${operation}: expected whole numbers, one by one, got ${describeGiven(given)}${example}`);
}

/** For `np.zeros(2, 3)`: without this error, the shape would be (2,). */
export function severalLengths(operation: string, example: string): ArgumentError {
  return new ArgumentError(`${operation}: a shape is one argument, a list; write ${operation}(${example})`);
}

/** Whether something is a plain object, such as `{ axis: 1 }`. */
export function isOptions(given: unknown): boolean {
  return typeof given === "object" && given !== null && !Array.isArray(given) && !("shape" in given);
}

function written(given: unknown): string {
  if (given === undefined) return "null";
  return Array.isArray(given) ? `[${given.join(", ")}]` : String(given);
}
