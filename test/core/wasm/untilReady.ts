import { getSecondThread } from "../../../src/core/wasm/secondThread";

/** Waits for the second thread. */
export async function untilReady(): Promise<void> {
  for (let tries = 0; !getSecondThread(); tries++) {
    if (tries > 1000) throw new Error("the second thread does not start");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
