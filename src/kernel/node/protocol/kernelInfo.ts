import { readFileSync } from "node:fs";
import path from "node:path";
import { describeKernel } from "../../protocol/describeKernel";
import type { Content } from "../../protocol/Message";
import { packageRoot } from "../packageRoot";

/** The content of a `kernel_info_reply`. */
export function kernelInfo(): Content {
  return describeKernel({
    nablab: versionIn(path.join(packageRoot, "package.json")),
    // Not read from TypeScript itself, which only the compiler's thread loads.
    typescript: versionIn(require.resolve("typescript/package.json")),
    platform: `Node ${process.versions.node}`,
  });
}

function versionIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
