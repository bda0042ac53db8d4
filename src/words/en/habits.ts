import type { Cause } from "../../check/causeOf";

/** Python's names, and what to write here. */
const fromPython: Record<string, string> = {
  None: "`null`",
  True: "`true`",
  False: "`false`",
  len: "`A.shape[0]` for an array, `list.length` for a list",
  print: "`console.log(…)`",
  range: "`for (let i = 0; i < n; i++)`",
  enumerate: "`list.entries()`",
  zip: "`for (let i = 0; i < n; i++)`",
  abs: "`np.abs(A)`",
  max: "`np.max(A)` or `Math.max(x, y)`",
  min: "`np.min(A)` or `Math.min(x, y)`",
  math: "`Math`",
  float: "`Number(text)`",
  int: "`Math.floor(x)`",
  str: "`String(x)`",
  self: "`this`",
};

const byPosition =
  "Arguments have positions, not names: `np.sum(A, 1, true)` is NumPy's `np.sum(A, axis=1, keepdims=True)`.";

/** The names of arguments that NumPy takes by name. */
const argumentNames = new Set(["axis", "keepdims", "size", "shape", "dtype", "ord"]);

/** What to write instead of what a habit from Python or plain JavaScript suggests. */
export const habits = {
  byPosition,

  /** Follows the message of an error; empty if that says enough. */
  afterError: (cause: Cause): string => {
    switch (cause.kind) {
      case "operand":
      case "argument":
      case "indexing":
        return "";
      case "unknown-function":
        return unknownFunction(cause.owner, cause.name, cause.near);
      case "not-a-method":
        return notAMethod(cause.owner, cause.name);
      case "unknown-method":
        return unknownMethod(cause);
      case "undeclared":
        return undeclared(cause.name, cause.np);
      case "too-early":
        return `\`${cause.name}\` is used above the line that declares it.`;
      case "undefined":
        return undefinedRead(cause.property);
      case "not-iterable":
        return "Only lists can be looped over or spread: for an array, loop over its indices and take `A.slice(i)`.";
      case "constant":
        return "A `const` keeps its value; declare a variable that changes with `let`.";
    }
  },

  unknownFunction,
  notAMethod,
  maybeNumber: (owner: string, name: string): string =>
    `\`${owner}\` may be a number, which has no \`${name}\`; if you know that it is an array, write \`(${owner} as NDArray).${name}\`.`,
  undeclared,
  didYouMean: (name: string): string => `Did you mean \`${name}\`?`,

  /** These are about code that the compiler refuses. */
  operator: (written: string, instead: string): string =>
    `Operators and Math are for numbers: for arrays, write \`${instead}\` instead of \`${written}\`.`,
  operatorWithoutFunction: (written: string): string =>
    `Operators and Math are for numbers, and \`${written}\` has an array in it: use the functions of np.`,
  numberFunction: (called: string): string =>
    `\`${called}\` is for numbers: \`A.map((x) => ${called}(x))\` calls it for each element of an array.`,
  indexRead: (written: string, element: string | null, part: string): string =>
    element === null
      ? `An array is not read with [ ]: write \`${part}\` for \`${written}\`.`
      : `An array is not read with [ ]: write \`${element}\` for the element, or \`${part}\` for a part, not \`${written}\`.`,
  indexWritten: (written: string, element: string | null, part: string): string =>
    element === null
      ? `An array is not written to with [ ]: write \`${part}\` instead of \`${written}\`.`
      : `An array is not written to with [ ]: write \`${element}\` for the element, or \`${part}\` for a part, not \`${written}\`.`,
  tuple: (written: string, list: string): string =>
    `\`${written}\` is not a tuple, but its last number: a shape is a list, \`${list}\`.`,
  called: (written: string, call: string): string =>
    `This function of np is called, not indexed: write \`${call}\` for \`${written}\`.`,
  arraysOfIndices: (called: string, written: string): string =>
    `\`${called}\` takes a number for each axis; for arrays of indices, write \`${written}\`.`,
  oneShape: (called: string, written: string): string =>
    `\`${called}\` takes the shape as one list: write \`${written}\`.`,
  oneList: (called: string, written: string): string => `\`${called}\` takes a list of arrays: write \`${written}\`.`,
  larger: (called: string, written: string): string =>
    `\`${called}\` takes one array and an axis; two are compared by \`${written}\`.`,
  lengthsOneByOne: (called: string, written: string): string =>
    `\`${called}\` takes the lengths one by one: write \`${written}\`.`,
  positions: (written: string): string => `Arguments have positions, not names: write \`${written}\`.`,
  missingArguments: (signature: string, missing: readonly string[], given: number): string =>
    `\`${signature}\` was called with ${given} ${given === 1 ? "argument" : "arguments"}: ${missing.map((name) => `\`${name}\``).join(", ")} ${missing.length === 1 ? "is" : "are"} missing.`,
  unknownMember: (owner: string, name: string, near: string | undefined): string =>
    `An array has no \`${name}\`${near === undefined ? "." : `; did you mean \`${owner}.${near}\`?`}`,
  noLength: (owner: string): string =>
    `An array has no length: \`${owner}.shape[0]\` is that of its first axis, \`${owner}.size\` counts all elements.`,
  notIterable: (owner: string): string =>
    `An array cannot be looped over or spread: loop over its indices, and take \`${owner}.slice(i)\`.`,
};

function unknownFunction(owner: string, name: string, near: string | undefined): string {
  return `${owner} has no \`${name}\`${near === undefined ? "." : `; did you mean \`${near}\`?`}`;
}

function notAMethod(owner: string, name: string): string {
  return `\`${name}\` is a property: write \`${owner}.${name}\`, without parentheses.`;
}

function unknownMethod({ owner, name, near, list }: Extract<Cause, { kind: "unknown-method" }>): string {
  if (near === name) return `\`${owner}\` is not an array here; \`np.array(…)\` makes one of a list or a number.`;
  const forArray = near === undefined ? [] : [`for an array, did you mean \`${owner}.${near}\`?`];
  const forList = list === undefined ? [] : [`for a list, write \`${owner}.${list}\`.`];
  const [first, ...rest] = [...forList, ...forArray];
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(" ");
}

function undeclared(name: string, np: string | undefined): string {
  if (argumentNames.has(name)) return byPosition;
  if (Object.hasOwn(fromPython, name)) return `That is Python; here it is ${fromPython[name]}.`;
  if (np !== undefined) return `It is a function of np: \`${np}\`.`;
  return "";
}

function undefinedRead(property: string): string {
  const remedy = "Is an argument missing in a call, a name misspelt, or a `return` forgotten?";
  if (/^\d+$/.test(property)) {
    return "What is indexed there is undefined: `A.at(0, 1)` reads an array, and a number has no shape.";
  }
  return `What \`.${property}\` is read from is undefined or null. ${remedy}`;
}
