// Runs on the pinned Node: TypeScript first (types are checked by `npm test`, not at every start), then the commands.
require("./registerTypeScript");
require("./main");
