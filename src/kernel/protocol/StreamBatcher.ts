import type { StreamName } from "../engine/messages";
import type { Message } from "./Message";

/** How long text may wait for more, in milliseconds: too short to notice, but a loop's thousand lines become a few. */
const delay = 20;

type Publish = (name: StreamName, text: string, parent: Message | undefined) => void;

/** Joins pieces of output that follow each other quickly into one `stream` message. */
export class StreamBatcher {
  private pieces: string[] = [];
  private name: StreamName = "stdout";
  private parent: Message | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly publish: Publish) {}

  add(name: StreamName, text: string, parent: Message | undefined): void {
    if (name !== this.name || parent !== this.parent) this.flush();
    this.name = name;
    this.parent = parent;
    this.pieces.push(text);
    this.timer ??= setTimeout(() => this.flush(), delay);
  }

  /** Sends what is waiting; needed before any other output, to keep the order. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.pieces.length === 0) return;
    const text = this.pieces.join("");
    this.pieces = [];
    this.publish(this.name, text, this.parent);
  }
}
