import { words } from "../../../src/words/words";
import { whyNoBwrap } from "./bwrap";
import { findProgram } from "./findProgram";
import type { Limits } from "./limits";

/** `auto` is bubblewrap where it works, and else Node's permissions alone. */
export const wallChoices = ["auto", "node", "bwrap"] as const;
export type WallChoice = (typeof wallChoices)[number];

/** The walls around a process beside its realm: Node's permissions, and with `bwrap` bubblewrap as well. */
export type Wall = "node" | "bwrap";

export interface ChosenWall {
  wall: Limits["wall"];
  /** Why there is no more than Node's permissions, where there could be: bubblewrap is there, and does not work. */
  warning?: string;
}

/** @throws Error in one line when the machine does not have the wall that is asked for */
export async function chooseWall(choice: WallChoice): Promise<ChosenWall> {
  if (choice === "node") return { wall: undefined };
  const problem = await whyNoBwrap();
  if (problem === null) return { wall: "bwrap" };
  if (choice === "bwrap") throw new Error(words.sandbox.wallUnusable(choice, problem));
  return findProgram("bwrap") === null ? { wall: undefined } : { wall: undefined, warning: problem };
}

export function wallOf({ wall }: Limits): Wall {
  return wall ?? "node";
}
