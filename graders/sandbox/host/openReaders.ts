import type { Launch } from "../launcher/Launched";
import { bundleReader } from "./bundle";
import { isKept } from "./bundleOnce";
import { chooseWall, type WallChoice } from "./chooseWall";
import type { Limits } from "./limits";
import type { ReaderPool } from "./ReaderPool";
import { snapshotReader } from "./snapshotReader";
import { startReaders } from "./startReaders";

/** Readers made from the files in the repository, behind the same walls as submissions; one is being started. */
export async function openReaders(limits: Pick<Limits, "wall">, launch?: Launch): Promise<ReaderPool> {
  const bundle = await bundleReader();
  // Making a snapshot takes a second, and using it saves half a second.
  if (isKept(bundle)) await snapshotReader(bundle);
  return startReaders(bundle, limits, launch);
}

/** As {@link openReaders}, within walls of the caller's choice. */
export async function openReadersWithin(choice: WallChoice): Promise<ReaderPool> {
  const { wall } = await chooseWall(choice);
  return openReaders({ wall });
}
