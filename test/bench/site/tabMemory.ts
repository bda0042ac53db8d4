import { processesBelow } from "../../browser/processesBelow";
import { memoryOf } from "../processMemory";

/**
 * The memory of a browser's tabs in MB, workers included: the proportional set size of the processes that render them.
 * Linux only.
 *
 * @param profile the folder that the browser was started with, which identifies it
 */
export function tabMemory(profile: string): number {
  const own = processesBelow(({ command }) => command.includes(`--user-data-dir=${profile}`));
  const tabs = own.filter(({ command }) => command.includes("--type=renderer"));
  return tabs.reduce((sum, { pid }) => sum + memoryOf(pid), 0);
}
