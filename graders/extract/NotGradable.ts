import { type Saying, said } from "../../src/words/Saying";

/** Why something cannot be judged: one line, which continues the file's name. A text that is in no table stays English. */
export type Reason = Saying | string;

/** The submission cannot be judged, which is not held against its author. The message is for both sides. */
export class NotGradable extends Error {
  constructor(readonly reason: Reason) {
    super(said(reason));
    this.name = "NotGradable";
  }
}
