/** A run of a cell; follows everything the cell starts, so that late output finds its way back. */
export interface CellContext {
  readonly cell: number;
  readonly label: string;
  /** Whether the front end can be asked for input. */
  readonly allowsInput: boolean;
  isInterrupted: boolean;
  isDone: boolean;
  /** Rejections not handled so far. */
  readonly rejections: Map<Promise<unknown>, unknown>;
  /** Ends the run with an error; does nothing once it is over. */
  fail(error: unknown): void;
}
