import { endWithWrapper } from "./endWithWrapper";
import { outliveReaders } from "./outliveReaders";
import { runCommandLine } from "./runCommandLine";

outliveReaders();
endWithWrapper();
void runCommandLine(process.argv.slice(2)).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
