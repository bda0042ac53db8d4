/**
 * A reader's process: parses what was handed in, and reports what it found as plain data. Parsing may take any amount
 * of time and memory, in which case the process is ended. Nothing of a submission is run here. See ReaderPool.ts for
 * the other end, and snapshotReader.ts for snapshots of a reader that has already read its first file.
 */
import { startupSnapshot } from "node:v8";
import { readSample } from "./readSample";
import { serve } from "./serve";

if (startupSnapshot.isBuildingSnapshot()) {
  readSample();
  startupSnapshot.setDeserializeMainFunction(serve);
} else {
  serve();
}
