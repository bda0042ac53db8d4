/** A figure of a trained model: what was published, and what training gives here. */
export interface Row {
  model: string;
  figure: string;
  published: number;
  own: number;
}

/** Data that are not free to pass on, and that staff may have. */
export interface Supplied {
  /** The folder with `train_catvnoncat.h5` and `test_catvnoncat.h5`. */
  cats?: string;
  /** The MATLAB file with the points of the football pitch. */
  football?: string;
}

/** Trains models; gives no rows where the data that they need are not supplied. */
export type Reproduction = (supplied: Supplied) => Promise<Row[]>;
