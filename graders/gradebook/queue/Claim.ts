/** A job that this process has taken, for as long as it says that it lives. */
export interface Claim {
  /** The job's. */
  id: string;
  queue: string;
  /** Tells this claim from those of other processes, if the job has been given to others since. */
  retryCount: number;
  attempt: string;
  conditions: string;
  /** Graded with nothing else beside it, as something went wrong before. */
  isAlone: boolean;
  /** It will not be tried again. */
  isLast: boolean;
}
