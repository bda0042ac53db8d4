import type { Arrival } from "./Arrival";
import type { HandIn } from "./HandIn";

/** A file counts only once, no matter how often the command names it. */
export function withoutRepeated(handIns: readonly HandIn[]): HandIn[] {
  const seen = new Set<string>();
  const isNew = ({ place, bytes }: Arrival): boolean => {
    const key = `${place.join("/")}\0${bytes?.toString("hex")}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return handIns.flatMap((handIn) => {
    const files = handIn.files.filter(isNew);
    return files.length > 0 || handIn.files.length === 0 ? [{ ...handIn, files }] : [];
  });
}
