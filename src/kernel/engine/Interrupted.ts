/** Ends a cell that the learner interrupted; named as in all other Jupyter kernels. */
export class Interrupted extends Error {
  override name = "KeyboardInterrupt";

  constructor() {
    super("the cell was interrupted");
    this.stack = undefined;
  }
}
