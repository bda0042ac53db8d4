/** The function that a cell hands the value of its last expression to. */
export const resultFunction = "__result__";
