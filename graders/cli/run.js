// Runs on the pinned Node: TypeScript first (types are checked by `npm test`, not at every start), then the commands.
require("./registerTypeScript");
try {
  require("./main");
} catch (error) {
  // A package is missing, for example.
  console.error(`nablab: cannot start: ${error.message.split("\n")[0]}`);
  process.exitCode = 2;
}
