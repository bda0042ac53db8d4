import { statfsSync } from "node:fs";

/** As Linux numbers them: NFS, SMB (three of them), AFS, Ceph, Lustre, 9P, GPFS. */
const networks = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x0bd00bd0, 0x01021997, 0x47504653,
]);

/** Whether a file is on a disk of another machine, where SQLite's locks do not hold. Other systems do not tell. */
export function isOnNetwork(path: string): boolean {
  return process.platform === "linux" && networks.has(statfsSync(path).type);
}
