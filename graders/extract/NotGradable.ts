/** The submission cannot be judged, which is not held against its author. The message is one line, for both sides. */
export class NotGradable extends Error {
  constructor(message: string) {
    super(message);
    this.name = "NotGradable";
  }
}
