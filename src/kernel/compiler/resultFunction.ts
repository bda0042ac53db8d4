/** The function that receives the value of a cell's last expression. */
export const resultFunction = "__result__";
