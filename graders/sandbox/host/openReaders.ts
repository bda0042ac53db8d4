import type { Launch } from "../launcher/Launched";
import { bundleReader } from "./bundle";
import { isKept } from "./bundleOnce";
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
