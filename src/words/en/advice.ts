/** What to do about a difference, whether or not the figures may be shown. */
export const advice = {
  promise: "Without `async`, a function returns the value itself.",
  undefined: "Is a `return` missing?",
  listForArray: "np.array(…) makes an array of a list.",
  arrayForList: ".tolist() makes a list of an array.",
  arrayForNumber: "`np.sum(a)` without an axis gives one.",
  rank1:
    "It is a rank-1 array: neither a row nor a column. Keep both dimensions, or reshape it. (A shape is a list: `[n, 1]`, not `(n, 1)`.)",
  transposed: "It is transposed, or a product was taken in the wrong order.",
  constant:
    "The result is the same whatever the arguments are: is one of them misspelt, or a variable from outside used?",
  joined: "An array was joined to something with `+`, which makes a text: `np.add(A, B)` adds arrays.",
  nan: "NaN comes from 0/0, from Infinity - Infinity or from the logarithm of a negative number.",
  infinite: "That comes from a division by 0, from log(0) or from the exponential of a large number.",
  copyEach: "Make each of them anew, or copy() one.",
  newEachTime: "Make a new one in every call.",
  left: (count: number): string =>
    `${count === 1 ? "1 tensor was" : `${count} tensors were`} left behind: wrap the step in \`tf.tidy\`, which disposes what it does not return.`,
  copy: "Work on a copy, so that the caller's values stay as they were.",
};
