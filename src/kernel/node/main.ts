// The kernel's program: `node dist/kernel/node/main.js --connection-file <file>`, started by Jupyter beside the notebook.
import { parseArgs } from "node:util";
import { Kernel } from "../Kernel";
import { nodeParts } from "./nodeParts";
import { readConnectionFile } from "./protocol/ConnectionInfo";
import { kernelInfo } from "./protocol/kernelInfo";
import { Sockets } from "./protocol/Sockets";

// Not strict: `jupyter run file.ts` passes its own arguments on.
const { values } = parseArgs({ options: { "connection-file": { type: "string" } }, strict: false });
const file = values["connection-file"];
if (typeof file !== "string") {
  console.error("nablab kernel: --connection-file is missing; Jupyter passes it, see `nablab kernel install`");
  process.exit(2);
}

const kernel = new Kernel({
  transport: new Sockets(readConnectionFile(file)),
  ...nodeParts(process.cwd()),
  info: kernelInfo(),
  end: () => process.exit(0),
});
process.on("SIGINT", () => kernel.interrupt());
process.on("SIGTERM", () => void kernel.shutdown());
stopWithParent();
void kernel.start();

/** Ends the kernel when the Jupyter server that started it disappears without shutting it down. */
function stopWithParent(): void {
  const parent = process.ppid;
  if (process.env.JPY_PARENT_PID !== String(parent)) return;
  setInterval(() => {
    if (process.ppid !== parent) void kernel.shutdown();
  }, 1000).unref();
}
