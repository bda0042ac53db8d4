import { runCommandLine } from "./runCommandLine";

void runCommandLine(process.argv.slice(2)).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
