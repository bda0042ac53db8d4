import { type Reason, said } from "../../src/words/Saying";

/** The submission cannot be judged, which is not held against its author. The reason is one line, which continues the file's name, for both sides. */
export class NotGradable extends Error {
  constructor(readonly reason: Reason) {
    super(said(reason));
    this.name = "NotGradable";
  }
}
