// Runs on the pinned Node: registers ts-node (types are checked by `npm test`, not at every start), then the commands.
const path = require("node:path");

process.env.TS_NODE_PROJECT = path.resolve(__dirname, "../../tsconfig.json");
require("ts-node/register/transpile-only");
require("./main");
