import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * The words to put before a command so that the system kills its process when this one is gone, even with nobody left
 * to do it: a process in a loop would not notice. Empty if the machine lacks the program.
 *
 * @param setpriv path of util-linux's setpriv; other programs of that name do not know the option
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
