import type { Launch } from "../launcher/Launched";
import type { Limits } from "./limits";
import { ReaderPool, readingLimits } from "./ReaderPool";

/**
 * Readers behind the same walls as submissions; one is being started.
 *
 * @param bundle what {@link bundleReader} built
 */
export function startReaders(bundle: string, { wall }: Pick<Limits, "wall">, launch?: Launch): ReaderPool {
  const readers = new ReaderPool(bundle, { limits: { ...readingLimits, wall }, launch });
  readers.startAhead();
  return readers;
}
