import type { StopCause } from "../../../src/check/contract";

/** The call was ended from outside, and the process with it. `reason` continues "It was …". */
export interface Stopped {
  kind: "stopped";
  cause: StopCause;
  reason: string;
}
