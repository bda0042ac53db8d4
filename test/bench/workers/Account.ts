/** What became of a class that went through workers. */
export interface Account {
  submissions: number;
  /** Verdicts. */
  results: number;
  /** Those that wait, as nothing does in the end. */
  left: number;
  /** Neither a verdict nor a fault, and not waiting either. */
  lost: number;
  /** Jobs that were completed twice. */
  doubled: number;
  faults: number;
  /** How many verdicts were compared with another grader's, and how many of them are not the same. */
  compared: number;
  different: number;
}
