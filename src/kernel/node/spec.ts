import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { protocolVersion } from "../protocol/Message";
import { packageRoot } from "./packageRoot";
import { makeFolder } from "./places/makeFolder";

/** The name under which Jupyter and notebooks know the kernel. */
export const kernelName = "nablab";

/** Where a kernel spec belongs below a prefix such as a virtual environment. */
export function specFolder(prefix: string): string {
  return path.join(prefix, "share", "jupyter", "kernels", kernelName);
}

/**
 * What Jupyter needs to start the kernel; with absolute paths, so that no PATH or Node on the system matters.
 *
 * @param library the folder whose `dist/` holds the kernel, and what notebooks import
 */
export function kernelSpec(library = packageRoot): object {
  const main = path.join(library, "dist", "kernel", "node", "main.js");
  return {
    argv: [process.execPath, main, "--connection-file", "{connection_file}"],
    display_name: "TypeScript (nablab)",
    language: "typescript",
    // By a message, not a signal: the same on every platform.
    interrupt_mode: "message",
    kernel_protocol_version: protocolVersion,
    metadata: { debugger: false },
  };
}

/** Writes the kernel spec into a folder, replacing what is there. Run on the pinned Node, which the spec then names. */
export function writeKernelSpec(folder: string, library = packageRoot): void {
  removeKernelSpec(folder);
  makeFolder(folder);
  writeFileSync(path.join(folder, "kernel.json"), `${JSON.stringify(kernelSpec(library), null, 2)}\n`);
  writeFileSync(path.join(folder, "logo-svg.svg"), logo);
}

export function removeKernelSpec(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A nabla on TypeScript's blue. */
const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="8" fill="#3178c6"/>
  <path d="M14 18h36L32 50z" fill="none" stroke="#fff" stroke-width="6" stroke-linejoin="round"/>
</svg>
`;
