import type { Launch } from "../launcher/Launched";
import { launchDirectly } from "../launcher/launchDirectly";

/** Starts all processes of a run: those for submissions, for the reference, and any others behind walls. */
export interface ProcessStarter {
  launch: Launch;
  /** Rejects once no more processes can be started and those that ran are gone; never resolves. */
  readonly lost: Promise<never>;
  /** Kills whatever is still running. */
  end(): Promise<void>;
}

/**
 * Starts processes from the grader itself, where there can be no launcher. Windows needs none: Node puts children into
 * a job, which the system ends with the process that created it, however that ends.
 */
export const directStarter: ProcessStarter = {
  launch: launchDirectly,
  lost: new Promise(() => {}),
  end: async () => {},
};
