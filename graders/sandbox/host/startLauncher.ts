import { Launcher } from "./Launcher";
import { directStarter, type ProcessStarter } from "./ProcessStarter";

/**
 * Begins to start the launcher of a run, which is there by the time that the run has been prepared.
 *
 * @param bundle what {@link bundleLauncher} built
 */
export function startLauncher(bundle: string): ProcessStarter {
  // Windows does not fork, and has no pipes that could be handed over.
  return process.platform === "win32" ? directStarter : new Launcher(bundle);
}
