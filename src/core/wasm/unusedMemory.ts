import { type Piece, unusedPieces } from "./heap";
import { layout, sharedMemoryInUse } from "./sharedMemory";

/**
 * What of the shared memory nothing depends on between two products: the work space and copies of the last one, and what
 * arrays have left behind. WebAssembly cannot shrink a memory; whoever can may give these pieces back to the system, and
 * they read as zeros from then on.
 */
export function unusedMemory(): { buffer: SharedArrayBuffer; pieces: readonly Readonly<Piece>[] } | null {
  const shared = sharedMemoryInUse();
  if (!shared) return null;
  const scratch = { from: layout.ownWork, bytes: layout.heap - layout.ownWork };
  return { buffer: shared.memory.buffer, pieces: [scratch, ...unusedPieces()] };
}
