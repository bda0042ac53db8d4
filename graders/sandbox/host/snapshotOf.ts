import { hashOf } from "../../text/hashOf";
import { fixedOptions, longRun } from "./limits";

/** Where the snapshot of a bundle is kept, if anywhere. Only the same build of Node, with the same options, can use it. */
export function snapshotOf(bundle: string): string {
  const options = hashOf([...longRun, ...fixedOptions].join(" ")).slice(0, 8);
  return `${bundle}.${process.version}-${process.platform}-${process.arch}-${options}.blob`;
}
