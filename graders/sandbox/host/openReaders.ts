import type { Launch } from "../launcher/Launched";
import { bundleReader } from "./bundle";
import { cacheParser } from "./cacheParser";
import type { Limits } from "./limits";
import { ReaderPool, readingLimits } from "./ReaderPool";

/** Readers from what is in the repository, one of which is being started. Behind the same walls as submissions. */
export async function openReaders({ wall }: Pick<Limits, "wall">, launch?: Launch): Promise<ReaderPool> {
  const bundle = await bundleReader();
  await cacheParser(bundle, launch);
  const readers = new ReaderPool(bundle, { limits: { ...readingLimits, wall }, launch });
  readers.startAhead();
  return readers;
}
