// Runs on the pinned Node: TypeScript first (types are checked by `npm test`, not at every start), then the commands.
require("./registerTypeScript");
try {
  require("./main");
} catch (error) {
  // A mistake in an assignment's files keeps every command from starting.
  const place = /^ +at .*?(src[\\/]assignments[\\/][^)]*)/m.exec(error.stack);
  const where = place && !error.message.includes(place[1]) ? `, in ${place[1]}` : "";
  console.error(`nablab: cannot start: ${error.message.split("\n")[0]}${where}`);
  process.exitCode = 2;
}
