import type { Arrival } from "../Arrival";
import type { HandIn } from "../HandIn";
import type { LayoutName } from "./layoutNames";

/** What a layout makes of a folder or an archive. */
export interface Assigned {
  handIns: HandIn[];
  /** Files that are nobody's work. */
  passedOver: Arrival[];
}

/** How a platform, or a person, lays out what a class has handed in: which file is whose. */
export interface Layout {
  name: LayoutName;
  /** Whether files look as if they were laid out like this. */
  recognise(arrivals: readonly Arrival[]): boolean;
  /** @param released the names of the course's notebooks, without their ending */
  assign(arrivals: readonly Arrival[], released: readonly string[]): Assigned;
}
