/**
 * A reader's process: parses what was handed in, and says what it has found as plain data. Parsing may take any time and
 * memory, and ends with the process then. Nothing of a submission is run here. See ReaderPool.ts for the other end, and
 * snapshotReader.ts for how a process of it is kept that has read its first file already.
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
