/** A figure of a trained model: what was published, and what training gives here. */
export interface Row {
  model: string;
  figure: string;
  published: number;
  own: number;
}
