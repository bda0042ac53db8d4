import { bundleReader } from "./bundle";
import { cacheParser } from "./cacheParser";
import type { Limits } from "./limits";
import { ReaderPool, readingLimits } from "./ReaderPool";

/** Readers from what is in the repository, one of which is being started. Behind the same walls as submissions. */
export async function openReaders({ wall }: Pick<Limits, "wall">): Promise<ReaderPool> {
  const bundle = await bundleReader();
  await cacheParser(bundle);
  const readers = new ReaderPool(bundle, { limits: { ...readingLimits, wall } });
  readers.startAhead();
  return readers;
}
