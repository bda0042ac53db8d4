import { readFileSync } from "node:fs";

/** What Jupyter writes into the connection file: where to listen, and the key that signs messages. */
export interface ConnectionInfo {
  transport: "tcp" | "ipc";
  ip: string;
  shell_port: number;
  iopub_port: number;
  stdin_port: number;
  control_port: number;
  hb_port: number;
  key: string;
  signature_scheme: string;
}

const ports = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;

/**
 * Reads a connection file.
 *
 * @throws Error when a field is missing, or the signature scheme is not HMAC-SHA256.
 */
export function readConnectionFile(path: string): ConnectionInfo {
  const info = JSON.parse(readFileSync(path, "utf8")) as ConnectionInfo;
  for (const port of ports) {
    if (typeof info[port] !== "number") throw new Error(`${path}: ${port} is missing; expected a port number`);
  }
  if (info.key !== "" && info.signature_scheme !== "hmac-sha256") {
    throw new Error(`${path}: signature_scheme is ${info.signature_scheme}; only hmac-sha256 is supported`);
  }
  return info;
}

/** The address of one socket, such as `tcp://127.0.0.1:5555`. */
export function address(info: ConnectionInfo, port: number): string {
  const separator = info.transport === "ipc" ? "-" : ":";
  return `${info.transport}://${info.ip}${separator}${port}`;
}
