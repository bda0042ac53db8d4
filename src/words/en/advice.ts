/** What to do about a difference, whether or not the figures may be shown. */
export const advice = {
  promise: "Without `async`, a function returns the value itself.",
  undefined: "Is a `return` missing?",
  listForArray: "np.array(…) makes an array of a list.",
  arrayForList: ".tolist() makes a list of an array.",
  arrayForNumber: "`np.sum(a)` without an axis gives one.",
  rank1: "It is a rank-1 array: neither a row nor a column. Keep both dimensions, or reshape it.",
  transposed: "It is transposed, or a product was taken in the wrong order.",
  nan: "NaN comes from 0/0, from Infinity - Infinity or from the logarithm of a negative number.",
  infinite: "That comes from a division by 0, from log(0) or from the exponential of a large number.",
  copyEach: "Make each of them anew, or copy() one.",
  newEachTime: "Make a new one in every call.",
  copy: "Work on a copy, so that the caller's values stay as they were.",
};
