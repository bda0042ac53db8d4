/** The submission cannot be judged: nothing is held against its author. The message is one line for both sides. */
export class NotGradable extends Error {
  constructor(message: string) {
    super(message);
    this.name = "NotGradable";
  }
}
