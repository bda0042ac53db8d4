import type { Stop } from "../../../src/check/Stop";

/** The call was ended from outside, and the process with it. */
export type Stopped = { kind: "stopped" } & Stop;
