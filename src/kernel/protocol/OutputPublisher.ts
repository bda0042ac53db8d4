import { kernel as words } from "../../words/kernel";
import type { Output } from "../CellRunner";
import { whole } from "../engine/cutError";
import type { Transport } from "../Transport";
import type { Message } from "./Message";
import { mostShown, OutputLimit } from "./OutputLimit";
import { StreamBatcher } from "./StreamBatcher";

/** Publishes what cells show, in its order, and no more of it than a front end can bear. */
export class OutputPublisher {
  private readonly streams: StreamBatcher;
  private readonly limit = new OutputLimit();

  constructor(private readonly transport: Transport) {
    this.streams = new StreamBatcher((name, text, parent) => this.transport.publish("stream", { name, text }, parent));
  }

  publish(output: Output, parent: Message | undefined): void {
    if (output.type === "stream") {
      const taken = this.limit.take(parent, output.text.length);
      if (taken === output.text.length) this.streams.add(output.name, output.text, parent);
      else this.cut(parent, () => this.streams.add(output.name, whole(output.text.slice(0, taken)), parent));
      return;
    }
    this.streams.flush();
    if (output.type === "clear") {
      this.limit.clear(parent);
      this.transport.publish("clear_output", { wait: output.wait }, parent);
    } else if (output.type === "late-error") {
      // A timer can throw a thousand times a second.
      if (!this.limit.takeWhole(parent, sizeOf(output.error))) this.cut(parent);
      else this.transport.publish("error", { ...output.error }, parent);
    } else {
      this.display(output, parent);
    }
  }

  /** Publishes the value of a cell's last expression. */
  result(data: object, execution_count: number, parent: Message): void {
    this.streams.flush();
    if (!this.limit.takeWhole(parent, sizeOf(data))) this.cut(parent);
    else this.transport.publish("execute_result", { execution_count, data, metadata: altOf(data) }, parent);
  }

  /** Sends what is waiting; needed before any other message, to keep the order. */
  flush(): void {
    this.streams.flush();
  }

  private display(
    { data, displayId, update }: Extract<Output, { type: "display" }>,
    parent: Message | undefined,
  ): void {
    const size = sizeOf(data);
    // An update takes the place of what was there.
    const fits = update ? size <= mostShown : this.limit.takeWhole(parent, size);
    const transient = displayId === undefined ? {} : { display_id: displayId };
    const type = update ? "update_display_data" : "display_data";
    if (fits) this.transport.publish(type, { data, metadata: altOf(data), transient }, parent);
    else this.cut(parent);
  }

  /** Says once that there would be more. */
  private cut(parent: Message | undefined, showRest: () => void = () => {}): void {
    if (!this.limit.isFirstCut(parent)) return;
    showRest();
    this.streams.add("stderr", `\n${words.outputCut(mostShown / 1e6)}\n`, parent);
    this.streams.flush();
  }
}

/** The text in place of a picture, where nbconvert and others look for the `alt` of its element. */
function altOf(data: object): object {
  const { "text/plain": alt, "image/png": png } = data as Record<string, unknown>;
  return png === undefined || typeof alt !== "string" ? {} : { "image/png": { alt } };
}

/** How many characters the formats take, about. */
function sizeOf(data: object): number {
  const sizes = Object.values(data).map((value) =>
    typeof value === "string" ? value.length : (JSON.stringify(value)?.length ?? 0),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
