import type { Launch } from "../launcher/Launched";
import { bundleReader } from "./bundle";
import { isKept } from "./bundleOnce";
import type { Limits } from "./limits";
import type { ReaderPool } from "./ReaderPool";
import { snapshotReader } from "./snapshotReader";
import { startReaders } from "./startReaders";

/** Readers from what is in the repository, one of which is being started. Behind the same walls as submissions. */
export async function openReaders(limits: Pick<Limits, "wall">, launch?: Launch): Promise<ReaderPool> {
  const bundle = await bundleReader();
  // It takes a second, and saves half of one.
  if (isKept(bundle)) await snapshotReader(bundle);
  return startReaders(bundle, limits, launch);
}
