/** What became of a class that went through workers while things went wrong. */
export interface Account {
  submissions: number;
  /** Verdicts. */
  results: number;
  /** Neither a verdict nor a fault. */
  lost: number;
  /** Jobs that were completed twice. */
  doubled: number;
  faults: number;
  /** Verdicts that are not those of `nablab grade`. */
  different: number;
  kills: number;
  crashes: number;
  /** From the start of the first worker to the last verdict. */
  seconds: number;
  /** As workers said when they were ended, each with its exit code. */
  ended: string[];
}
