import { outliveReaders } from "./outliveReaders";
import { runCommandLine } from "./runCommandLine";

outliveReaders();
void runCommandLine(process.argv.slice(2)).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
