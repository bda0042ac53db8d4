import type { Stop } from "../../../src/check/Stop";

/** The call was ended from outside, together with its process. */
export type Stopped = { kind: "stopped" } & Stop;
