import { expect, it } from "vitest";
import { asWritten } from "../../src/check/asWritten";
import { type Cause, causeOf } from "../../src/check/causeOf";

const shape: Cause = { kind: "undefined", property: "shape" };
const zeros: Cause = { kind: "unknown-function", owner: "np", name: "zero", near: "np.zeros" };
const append: Cause = { kind: "unknown-method", owner: "A", name: "append", near: undefined, list: "push" };
const notIterable: Cause = { kind: "not-iterable" };

/** As V8, Firefox 153 and WebKit 2.50 word the same mistakes. */
const messages: [Cause | null, string[]][] = [
  [
    shape,
    [
      "TypeError: Cannot read properties of undefined (reading 'shape')",
      "TypeError: Cannot set properties of null (setting 'shape')",
      'TypeError: can\'t access property "shape", __cell_3___cjs_1.nothing is undefined',
      'TypeError: can\'t access property "shape", A.sum().rows is null',
      "TypeError: undefined is not an object (evaluating '__cell_3___cjs_1.nothing.shape')",
      "TypeError: null is not an object (evaluating 'A.sum(1).rows.shape = 1.5')",
    ],
  ],
  [
    { kind: "undefined", property: "0" },
    [
      "TypeError: Cannot read properties of undefined (reading '0')",
      "TypeError: can't access property 0, exports.grads is undefined",
      "TypeError: undefined is not an object (evaluating 'exports.grads[0]')",
    ],
  ],
  [
    zeros,
    [
      "TypeError: nablab_1.np.zero is not a function",
      "TypeError: nablab_1.np.zero is not a function. (In 'nablab_1.np.zero([2])', 'nablab_1.np.zero' is undefined)",
    ],
  ],
  [
    append,
    [
      "TypeError: __cell_12___cjs_1.A.append is not a function",
      "TypeError: exports.A.append is not a function. (In 'exports.A.append(1)', 'exports.A.append' is undefined)",
      "TypeError: [...].append is not a function",
      "TypeError: [1, 2].append is not a function. (In '[1, 2].append(3)', '[1, 2].append' is undefined)",
    ],
  ],
  [
    notIterable,
    [
      "TypeError: __cell_2___cjs_1.five is not iterable",
      "TypeError: can't access property Symbol.iterator, __cell_3___cjs_1.nothing is undefined",
      "TypeError: undefined is not a function (near '...x of __cell_3___cjs_1.five...')",
      "TypeError: Spread syntax requires ...iterable not be null or undefined",
    ],
  ],
  [
    { kind: "too-early", name: "late" },
    [
      "ReferenceError: Cannot access 'late' before initialization",
      "ReferenceError: can't access lexical declaration 'late' before initialization",
    ],
  ],
  [
    { kind: "undeclared", name: "zeros", np: "np.zeros" },
    ["ReferenceError: zeros is not defined", "ReferenceError: Can't find variable: zeros"],
  ],
  [{ kind: "constant" }, ["TypeError: Assignment to constant variable.", "TypeError: invalid assignment to const 'c'"]],
  // WebKit says the same of a list that is frozen.
  [
    null,
    ["TypeError: Attempted to assign to readonly property.", "RangeError: Invalid array length", "TypeError: mine"],
  ],
];

it.each(messages)("reads %o from the message of every engine", (cause, said) => {
  expect(said.map((message) => [message, causeOf(message)])).toEqual(said.map((message) => [message, cause]));
});

it("has names as they are written in cells", () => {
  expect(asWritten("__cell_2___cjs_1.A.shape is not a function")).toBe("A.shape is not a function");
  expect(asWritten("(0 , __cell_2___cjs_1.nothing) is not a function")).toBe("nothing is not a function");
  expect(asWritten("(0, nablab_1.check) is not a function")).toBe("check is not a function");
  const own = "my_exports.rows, this.nablab_1.rows and exports. are not";
  expect(asWritten(own)).toBe(own);
});
