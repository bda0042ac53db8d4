/** A run of a cell; follows everything the cell starts, so that late output finds its way back. */
export interface CellContext {
  readonly cell: number;
  readonly label: string;
  /** Whether the front end can be asked for input. */
  readonly allowsInput: boolean;
  readonly isInterrupted: boolean;
  isDone: boolean;
  /** Rejections not handled so far. */
  readonly rejections: Map<Promise<unknown>, unknown>;
  /** Ends what it has started; the run itself ends by `fail`. */
  interrupt(): void;
  /** Ends the run with an error; does nothing once it is over. */
  fail(error: unknown): void;
}
