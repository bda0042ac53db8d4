// Runs on the pinned Node. Loads TypeScript first (`npm test` checks types, not every start), then the commands.
require("./registerTypeScript");
try {
  require("./main");
} catch (error) {
  // For example, a package is missing.
  console.error(`nablab: cannot start: ${error.message.split("\n")[0]}`);
  process.exitCode = 2;
}
