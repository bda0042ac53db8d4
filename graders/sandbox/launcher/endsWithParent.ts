import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * What to put before a command so that the system kills its process when this one is gone, even where nobody is left to do
 * it: a loop would notice nothing by itself. Nothing where the machine has no such program.
 *
 * @param setpriv where that program of util-linux is; others of the name do not know the option
 */
export async function endsWithParent(setpriv: string | undefined): Promise<readonly string[]> {
  if (!setpriv) return [];
  const prefix = [setpriv, "--pdeathsig", "KILL"];
  const attempt = spawn(prefix[0], [...prefix.slice(1), "/bin/sh", "-c", ":"], { env: {}, stdio: "ignore" });
  try {
    const [code] = await once(attempt, "exit");
    return code === 0 ? prefix : [];
  } catch {
    return [];
  }
}
