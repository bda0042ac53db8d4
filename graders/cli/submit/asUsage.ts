import { HandInError } from "../../../src/handIn/HandInError";
import { printable } from "../../text/printable";
import { UsageError } from "../UsageError";

/** @throws UsageError for what handing in refuses, in one line, whatever the server has sent */
export async function asUsage<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof HandInError || error instanceof RangeError) throw new UsageError(printable(error.message));
    throw error;
  }
}
