import type { Limits } from "../../graders/sandbox/host/limits";
import { noBubblewrap } from "./bubblewrap";

/**
 * The limits that `npm run test:bwrap` adds: with it, the tests of hostile code run inside the second wall. Empty
 * otherwise.
 *
 * @throws Error where the machine has no such wall: a run without it would prove nothing
 */
export function wallUnderTest(): Pick<Limits, "wall"> {
  if (process.env.NABLAB_TEST_WALL !== "bwrap") return {};
  if (noBubblewrap !== null) throw new Error(`bubblewrap does not work here: ${noBubblewrap}`);
  return { wall: "bwrap" };
}
