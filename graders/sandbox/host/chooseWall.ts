import { words } from "../../../src/words/words";
import { whyNoBwrap } from "./bwrap";
import { findProgram } from "./findProgram";
import type { Limits } from "./limits";

/** `auto` means bubblewrap where it works, otherwise Node's permissions alone. */
export const wallChoices = ["auto", "node", "bwrap"] as const;
export type WallChoice = (typeof wallChoices)[number];

/** The walls around a process besides its realm: Node's permissions, and with `bwrap` bubblewrap too. */
export type Wall = "node" | "bwrap";

export interface ChosenWall {
  wall: Limits["wall"];
  /** Why bubblewrap is not used although it is installed: it does not work. */
  warning?: string;
}

/** @throws Error, in one line, when the machine does not have the requested wall */
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
