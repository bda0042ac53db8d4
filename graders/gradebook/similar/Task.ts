import type { Statement } from "../../extract/Structure";
import type { CommonPart } from "./commonParts";
import type { AlikePair } from "./pairs";

/** What the comparing thread is asked; `given` is what everybody was given. */
export type Task =
  | { kind: "rank"; files: readonly (readonly Statement[])[]; given: readonly Statement[]; most: number }
  | { kind: "parts"; left: readonly Statement[]; right: readonly Statement[]; given: readonly Statement[] };

/** What it answers. */
export interface Answers {
  rank: AlikePair[];
  parts: CommonPart[];
}
