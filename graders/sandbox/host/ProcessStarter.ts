import type { Launch } from "../launcher/Launched";
import { launchDirectly } from "../launcher/launchDirectly";

/** Starts all processes of a run, those of submissions, of the reference and of whatever else is kept behind walls. */
export interface ProcessStarter {
  launch: Launch;
  /** Rejects when no process can be started any more, and those that ran are gone; settles in no other way. */
  readonly lost: Promise<never>;
  /** Kills what still runs. */
  end(): Promise<void>;
}

/**
 * The grader itself, where it cannot have a launcher. On Windows children need none: Node puts them into a job that the
 * system ends with the process which made it, however that ends.
 */
export const directStarter: ProcessStarter = {
  launch: launchDirectly,
  lost: new Promise(() => {}),
  end: async () => {},
};
