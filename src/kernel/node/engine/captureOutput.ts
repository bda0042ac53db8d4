import { StringDecoder } from "node:string_decoder";
import { inspect } from "node:util";
import type { StreamName } from "../../engine/messages";
import { offerDisplay } from "../../engine/offerDisplay";
import { currentCell } from "./currentCell";
import { sendMessage } from "./sendMessage";

/** Sends what cells print and display to the kernel. */
export function captureOutput(): void {
  captureStream("stdout");
  captureStream("stderr");
  console.clear = () => sendMessage({ type: "clear", cell: currentCell()?.cell ?? null, wait: false });
  offerDisplay(currentCell, { inspect: (value) => inspect(value), send: sendMessage });
}

function captureStream(name: StreamName): void {
  // A character can arrive in pieces.
  const decoder = new StringDecoder("utf8");
  const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const context = currentCell();
    if (!context?.isInterrupted) {
      const text = typeof chunk === "string" ? decoder.end() + chunk : decoder.write(Buffer.from(chunk));
      if (text !== "") sendMessage({ type: "stream", cell: context?.cell ?? null, name, text });
    }
    const callback = rest.find((argument) => typeof argument === "function");
    if (callback) process.nextTick(callback as () => void);
    return true;
  };
  process[name].write = write;
  // What a cell ends, later ones still write to, and so do the programs that they start.
  const end = (...args: unknown[]) => {
    const [chunk, ...rest] = args;
    if (chunk === undefined || typeof chunk === "function") write("", ...args);
    else write(chunk as string, ...rest);
    return process[name];
  };
  Object.assign(process[name], { end, destroy: () => process[name] });
}
